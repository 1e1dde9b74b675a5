"""Markdown is read as it was meant: links lead to their pages, text is text, and a row is a row."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from rucn.model.addresses import is_address
from tests.conftest import Program

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TEXTS = [
    "~~Irkutsk~~",
    "~Irkutsk~",
    "&copy; Irkutsk",
    "&#35;",
    "a|b",
    "a\\|b",
    "*x*",
    "__x__",
    "a_b_c",
    "[x](y)",
    "![x](https://a.b/c.png)",
    "[x]: https://a.b",
    "<b>x</b>",
    "<script>alert(1)</script>",
    "<!-- x -->",
    "`code`",
    "R&D",
    "- a",
    "1. a",
    "# a",
    "\\",
    "\\&copy;",
    "javascript:alert(1)",
    "see (https://a.b/c_d~e), or https://a.b/x.",
    "[x](https://a.b/)[y](javascript:alert(1))",
]


def _walk(tokens: list[Token]) -> list[Token]:
    return [one for token in tokens for one in (token, *_walk(token.children or []))]


def _links(markdown: str) -> list[str]:
    return [unquote(str(one.attrs["href"])) for one in _walk(READER.parse(markdown)) if one.type == "link_open"]


def _cells(markdown: str) -> list[str]:
    inline = [token for token in READER.parse(markdown) if token.type == "inline"]
    return ["".join(one.content for one in token.children or []) for token in inline]


def _require_text_alone(markdown: str) -> None:
    kinds = {one.type for one in _walk(READER.parse(markdown))}
    assert not kinds & {"html_inline", "html_block", "image", "em_open", "strong_open", "s_open", "code_inline"}


def test_every_address_of_the_references_is_a_link(program: Program) -> None:
    listed = program("references", "--json").json
    assert len(listed) > 250
    links = _links(program("references", "--format", "markdown").out)
    assert [link for link in links if link not in {unquote(one["address"]) for one in listed}] == []
    assert [one["id"] for one in listed if unquote(one["address"]) not in links] == []


@pytest.mark.parametrize("line", ["show r028", "show r037", "show r073", "cite r037 --style", "cite r073 --style"])
def test_the_address_of_one_is_a_link(program: Program, line: str) -> None:
    words = line.split()
    address = program("show", words[1], "--json").json["address"]
    markdown = program(*words, "markdown") if "--style" in words else program(*words, "--markdown")
    assert f"<{address}>" in markdown.out
    assert _links(markdown.out) == [unquote(address)]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_shown_as_it_was_given(program: Program, text: str) -> None:
    markdown = program("resolve", "--format", "markdown", "--fields", "query,code", "--", text).out
    assert _cells(markdown)[:3] == ["query", "code", text]
    assert len(markdown.splitlines()) == 3
    _require_text_alone(markdown)
    assert all(is_address(link) for link in _links(markdown))


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\r", "\t", "\v", "\x85", "\u2028"])
def test_a_cell_has_one_line(program: Program, sign: str) -> None:
    markdown = program("resolve", "--format", "markdown", "--fields", "query", "--", f"Irkutsk{sign}Oblast").out
    assert _cells(markdown) == ["query", "Irkutsk Oblast"]
    assert len(markdown.splitlines()) == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("ab1 \\`*_{}[]()<>#+-.!|~&;:/$=\n\té中")))
def test_any_text_is_shown_as_it_was_given(program: Program, text: str) -> None:
    markdown = program("resolve", "--format", "markdown", "--fields", "query,code", "--", f"x{text}").out
    assert " ".join(_cells(markdown)[2].split()) == " ".join(f"x{text}".split())
    _require_text_alone(markdown)


ADDRESSES = [
    "https://a.b/wiki/Амур_(река)",
    "https://a.b/(x)/[y]?a|b",
    "https://a.b/x_y%20z?q=1&r=2#s~{t}",
    "https://a.b/unbalanced(",
    "https://a.b/x)[Click](http://c.d/",
    "https://a.b/?a&copy;b",
    "https://a.b:8080/`x`**y**~~z~~",
    "https://a.b?x=1.",
]
NO_ADDRESSES = [
    "javascript:alert(1)",
    "JavaScript://a.b/%0aalert(1)",
    "data:text/html,x",
    "ftp://a.b/c",
    "//a.b/c",
    "a.b/c",
    "https://",
    "https://a",
    "https://a.b/c d",
    "https://a.b/) [Click](https://c.d/)",
    "https://a.b/<script>",
    'https://a.b/"onclick="x',
    "https://a.b\\c",
    "https://user@c.d/",
    "https://a.b/\u202ec",
    "https://a.b/\u00a0c",
    " https://a.b/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_odd_address_is_one_link(
    program: Program, beside: Callable[..., str], references: list[dict[str, Any]], address: str
) -> None:
    path = beside([json.dumps({**references[0], "address": address})])
    assert program("check", "--db", path, "--json").json == []
    for line in ("references --format markdown", "show r001 --markdown", "cite r001 --style markdown"):
        markdown = program(*line.split(), "--db", path).out
        assert _links(markdown) == [unquote(address)]
        assert "html_inline" not in {one.type for one in _walk(READER.parse(markdown))}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_source_of_an_odd_address_is_one_link(
    program: Program, tables: dict[str, Any], written: Callable[[Any], str], address: str
) -> None:
    tables["sources"]["1"]["address"] = address
    path = written(tables)
    for line in ("show q02 --markdown", "cite q02 --style markdown", "show s01 --markdown"):
        assert unquote(address) in _links(program(*line.split(), "--db", path).out)


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_address_of_a_page_is_reported(
    program: Program,
    beside: Callable[..., str],
    references: list[dict[str, Any]],
    tables: dict[str, Any],
    address: str,
) -> None:
    path = beside([json.dumps({**references[0], "address": address})])
    ran = program("check", "--db", path, "--json")
    assert (ran.code, [(one["record"], one["field"]) for one in ran.json]) == (4, [("r001", "address")])
    tables["sources"]["1"]["address"] = address
    ran = program("check", "--db", beside([], tables), "--json")
    assert (ran.code, [(one["record"], one["field"]) for one in ran.json]) == (4, [("s01", "address")])


def test_what_begins_a_line_stays_text(program: Program, tables: dict[str, Any], written: Callable[[Any], str]) -> None:
    tables["officials"]["1"]["names"]["en"] = "- 1. # <b>"
    markdown = program("official", "o01", "--format", "markdown", "--db", written(tables)).out
    kinds = {one.type for one in _walk(READER.parse(markdown.split("## Quotes")[1].split("## ")[0]))}
    assert not kinds & {"list_item_open", "heading_open", "html_inline", "html_block"}
