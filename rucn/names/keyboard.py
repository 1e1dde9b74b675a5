"""Types a name again on the other layout: `bhrencr` is what Иркутск becomes when the keyboard is left in Latin."""

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_LATIN_SHIFTED = '~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?'
_CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю."
_TO_CYRILLIC = str.maketrans(_LATIN + _LATIN_SHIFTED, _CYRILLIC + _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC + _CYRILLIC.upper(), _LATIN + _LATIN)


def typed_on_other_layout(written: str, script: str) -> str:
    """What the same keys give on the other of ЙЦУКЕН and QWERTY; empty for a name in neither script."""
    if script == "latin":
        return written.translate(_TO_CYRILLIC)
    return written.translate(_TO_LATIN) if script == "cyrillic" else ""
