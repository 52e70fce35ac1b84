"""The report as HTML: one file, a sound outline, nothing of what was typed becomes markup."""

from html.parser import HTMLParser
from itertools import pairwise

from kbdesk.reports.html import write_html
from tests.reports.examples import NASTY
from tests.reports.examples import report

_EMPTY = {"meta", "img", "br", "hr"}


class _Read(HTMLParser):
    """The tags of a page in order, with their attributes and text."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)

    def named(self, *names: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag in names]


def test_that_the_outline_has_one_title_and_skips_no_level() -> None:
    read = _Read(write_html(report()))
    levels = [int(tag[1]) for tag, _ in read.tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_that_every_element_is_closed() -> None:
    assert _Read(write_html(report())).open == []


def test_that_the_page_says_its_language_title_and_author() -> None:
    read = _Read(write_html(report()))
    assert read.named("html")[0]["lang"] == "de"
    assert read.texts["title"] == ["Report Words"]
    assert {"name": "author", "content": "Musterdorf"} in read.named("meta")


def test_that_header_cells_say_what_they_are_headers_of() -> None:
    read = _Read(write_html(report()))
    assert {attributes["scope"] for attributes in read.named("th")} == {"col", "row"}
    assert len(read.named("caption")) == len(read.named("table"))


def test_that_pictures_have_words_and_only_the_logo_beside_its_name_has_none() -> None:
    pictures = _Read(write_html(report())).named("img")
    assert [bool(picture["alt"]) for picture in pictures] == [False, True, True]
    assert all(str(picture["src"]).startswith("data:image/png;base64,") for picture in pictures)


def test_that_nothing_typed_becomes_markup() -> None:
    page = write_html(report(nasty=NASTY))
    read = _Read(page)
    assert read.named("script", "a", "link", "iframe", "object") == []
    assert NASTY in read.texts["h1"][0]
    assert NASTY in read.texts["p"]
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)


def test_that_nothing_is_fetched_from_elsewhere() -> None:
    page = write_html(report()).decode()
    assert "http:" not in page.replace("http-equiv", "")
    assert "https:" not in page
    assert "default-src 'none'" in page


def test_that_the_same_report_makes_the_same_bytes() -> None:
    assert write_html(report()) == write_html(report())
