from tests.pathways.dmn.tables import dmn

A_ROW = (["< 16"], ['"parent"'], "A parent decides.")


def a_table(**changes: str) -> bytes:
    """One row; each keyword replaces itself by its value in the XML."""
    xml = dmn([A_ROW]).decode()
    for old, new in changes.items():
        assert old in xml
        xml = xml.replace(old, new)
    return xml.encode()
