"""Scripts with which a shell completes a command line of `rucn`, made from the program's own description.

What can be typed stands in the script, so that a TAB starts no program.
"""

from rucn.cli.completion.model import Model

SHELLS = ("bash", "zsh", "fish")


def script(shell: str, model: Model) -> str:
    """The script for one of the SHELLS."""
    if shell == "bash":
        from rucn.cli.completion.bash import bash_script as write
    elif shell == "zsh":
        from rucn.cli.completion.zsh import zsh_script as write
    else:
        from rucn.cli.completion.fish import fish_script as write
    return write(model)
