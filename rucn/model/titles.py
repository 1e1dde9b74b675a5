"""How titles say which office is held, in English, Russian and Chinese."""

from __future__ import annotations

import re

# That an office is acted in, in small letters.
ACTING = r"\bacting\b|\binterim\b|\bврио\b|и\.\s?о\.|исполняющ\w+ обязанности|代理|代(?=\w*(?:长|主席|书记))"
ROLE_WORDS = {
    "governor": r"\bgovernor|губернатор|州长|省长|行政长官",
    "head": r"\bhead\b|\bглав[аыуео]|首脑|元首|领导人|行政长官",
    "party_secretary": r"\bsecretary\b.*\b(?:cpc|party)\b|\bparty (?:secretary|chief)|секретар|书记",
    "government_chair": r"\bchair\w* of (?:the )?(?:\w+(?:[’']s)? )*government|\bprime minister|\bpremier|\bchairman\b"
    r"|председател\w+ (?:\w+ )*правительства|премьер|глав[аыуео]й? правительства|省长|主席|总理|市长",
    "auditor": r"\bauditor|аудитор|审计",
}


def says_acting(title: str) -> bool:
    """Whether a title says that the office is acted in."""
    return re.search(ACTING, title.lower()) is not None


def says_role(title: str, role: str) -> bool:
    """Whether a title has a word for a role, given its code."""
    return re.search(ROLE_WORDS[role], title.lower()) is not None
