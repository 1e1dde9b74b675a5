"""How wide a text is drawn, at the most, and its lines: a picture cannot ask the font it will be read in."""

from __future__ import annotations

from unicodedata import category, east_asian_width, normalize

# Parts of the size of the letters, as wide as in the widest of the fonts that a picture names.
_WIDTHS = (
    (0.43, " .,:;!|'ijlfI()[]/\\-·’‘"),
    (0.65, 'abcdeghknopqrstuvxyz0123456789_$`"“”«»'),
    (0.74, "абвгдезийклнопрстухцчъьэяёѕіїј"),
    (0.86, "ABCDEFGHJKLNOPQRSTUVXYZ+<=>~^#&±×÷≈−*†?АБВГДЕЗИЙКЛНОПРСТУХЦЧЬЭЯЁ"),
)
_PARTS = {sign: part for part, signs in _WIDTHS for sign in signs}
_FULL, _WIDEST = 1.0, 1.35
BOLD = 1.13


def width_of(text: str, size: int, *, bold: bool = False) -> float:
    """How many pixels a text takes at a size of letters; no font draws it wider."""
    return sum(map(_part, text)) * size * (BOLD if bold else 1)


def lines_of(text: str, room: float, size: int, *, bold: bool = False) -> list[str]:
    """A text in lines no wider than the room: broken between words, within a word that is too long, and in Chinese."""
    lines, line = [], ""
    for piece in _pieces(text):
        if width_of(f"{line}{piece}".rstrip(), size, bold=bold) <= room:
            line += piece
            continue
        if line.strip():
            lines.append(line.rstrip())
        line = ""
        for sign in piece:
            if line and width_of(line + sign, size, bold=bold) > room and sign != " ":
                lines.append(line)
                line = ""
            line += sign
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """The parts of a text that stay together: words with the blanks after them, and single Chinese characters."""
    pieces: list[str] = []
    for sign in text:
        begins = not pieces or _is_full(sign) or _is_full(pieces[-1][-1]) or (pieces[-1][-1] == " " and sign != " ")
        # No line begins with the sign that ends a sentence or a bracket.
        if begins and not (pieces and (category(sign) in ("Pe", "Pf") or sign in "，。、；：！？,.;:!?")):
            pieces.append(sign)
        else:
            pieces[-1] += sign
    return pieces


def _is_full(sign: str) -> bool:
    return east_asian_width(sign) in ("W", "F")


def _part(sign: str) -> float:
    if sign in _PARTS:
        return _PARTS[sign]
    if _is_full(sign):
        return _FULL
    if category(sign) in ("Mn", "Me", "Cf"):
        return 0.0
    # A letter with an accent is as wide as without.
    base = normalize("NFD", sign)[0]
    return _PARTS.get(base, _WIDEST)
