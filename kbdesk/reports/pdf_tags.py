"""The tags of a PDF: what is a heading, a list, a table cell or a picture, for those who have the page read to them.

fpdf2 itself knows only a flat row of pictures; this tree nests, counts marked content page by page, and says which
cells are headers of which direction.
"""

from collections.abc import Iterator

from fpdf.structure_tree import StructElem
from fpdf.structure_tree import StructureTreeBuilder
from fpdf.syntax import PDFObject


class Tag(StructElem):
    """One element; ``a`` holds its attributes, as the scope of a header cell or the place of a picture."""

    __slots__ = ("a",)

    def __init__(
        self,
        kind: str,
        parent: PDFObject,
        page: int | None = None,
        mark: int | None = None,
        alt: str | None = None,
        attributes: str | None = None,
    ) -> None:
        super().__init__(f"/{kind}", parent, [] if mark is None else [mark], page, None, alt)
        self.a = attributes


class TagTree(StructureTreeBuilder):
    """The tags of a document in reading order.

    What fpdf2 calls the document's element is, for it, the flat row of everything that stands on a page; the document
    that is written nests.
    """

    def __init__(self) -> None:
        super().__init__()
        self._document = StructElem("/Document", self.struct_tree_root, [])
        self.struct_tree_root.k[:] = [self._document]
        self._tags: list[Tag] = []
        self._marks: dict[int, int] = {}

    def group(self, kind: str, parent: Tag | None = None, attributes: str | None = None) -> Tag:
        """A tag that only holds others: a table, a row, a list."""
        return self._add(Tag(kind, parent or self._document, attributes=attributes), parent)

    def leaf(
        self, page: int, kind: str, parent: Tag | None = None, alt: str | None = None, attributes: str | None = None
    ) -> int:
        """A tag for what is drawn next on a page; returns the number it is to be marked with."""
        mark = self._marks.get(page, 0)
        self._marks[page] = mark + 1
        tag = self._add(Tag(kind, parent or self._document, page, mark, alt, attributes), parent)
        self.doc_struct_elem.k.append(tag)
        self.struct_tree_root.parent_tree.nums[self.key_of(page)].append(tag)
        return mark

    def key_of(self, page: int) -> int:
        """Under which number the tree lists the marks of a page."""
        return self.spid_per_page_number.setdefault(page, len(self.spid_per_page_number))

    def __iter__(self) -> Iterator[PDFObject]:
        yield self.struct_tree_root
        yield self._document
        yield self.struct_tree_root.parent_tree
        yield from self._tags

    def _add(self, tag: Tag, parent: Tag | None) -> Tag:
        (parent or self._document).k.append(tag)
        self._tags.append(tag)
        return tag
