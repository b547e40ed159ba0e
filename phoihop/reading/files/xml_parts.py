"""XML of a stranger: no entity is resolved, nothing is fetched, and a DOCTYPE ends the reading."""

from lxml import etree

from phoihop.reading.unreadable import UnreadableDocument


def parsed(data: bytes) -> etree._Element:
    """The root of an XML part; raises UnreadableDocument for a DOCTYPE, XMLSyntaxError where it is broken."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("Tệp chứa khai báo không an toàn (DOCTYPE); hệ thống từ chối đọc.")
    return root


def is_element(node: etree._Element) -> bool:
    """Whether a child is an element: not a comment, a processing instruction or an entity."""
    return isinstance(node.tag, str)
