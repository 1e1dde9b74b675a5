"""What is measured of `rucn`: how well it resolves names, and how fast it starts."""
