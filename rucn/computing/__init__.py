"""What is worked out from what is stated: amounts in another currency, and what follows from several figures."""
