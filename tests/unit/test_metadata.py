"""`$metadata` to a catalog, hostile documents, and the cache on disk."""

from __future__ import annotations

import itertools
import os
import stat
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from creatio_dbapi import metadata_cache
from creatio_dbapi.catalog import Catalog, Collection, Column, Link, Reference, Table
from creatio_dbapi.errors import OperationalError
from creatio_dbapi.metadata import read_metadata
from creatio_dbapi.metadata_cache import CachedInstance, default_cache_directory, load_cached, store_cached

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "metadata.py"
INSTANCE, USER = "https://crm.example.com", "Supervisor"
HEAD = (
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>'
    '<Schema Namespace="N" Alias="A" xmlns="http://docs.oasis-open.org/odata/ns/edm">'
)
TAIL = "</Schema></edmx:DataServices></edmx:Edmx>"
CONTACT = (
    '<EntityType Name="Contact"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Guid"/>'
    '<Property Name="Name" Type="Edm.String" Nullable="false"/><Property Name="AccountId" Type="Edm.Guid"/>'
    '<Property Name="FacebookId" Type="Edm.Guid"/>'
    '<NavigationProperty Name="Account" Type="N.Account" Partner="ContactCollectionByAccount"/></EntityType>'
)
ACCOUNT = (
    '<EntityType Name="Account"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Guid"/>'
    '<NavigationProperty Name="ContactCollectionByAccount" Type="Collection(N.Contact)" Partner="Account"/>'
    "</EntityType>"
)
SETS = (
    '<EntityContainer Name="C"><EntitySet Name="Contact" EntityType="N.Contact"/>'
    '<EntitySet Name="Account" EntityType="N.Account"/></EntityContainer>'
)
SMALL = f'<?xml version="1.0" encoding="utf-8"?>\n{HEAD}{CONTACT}{ACCOUNT}{SETS}{TAIL}'


def read(*parts: str) -> Catalog:
    """Read what stands inside a schema."""
    return read_metadata([f"{HEAD}{''.join(parts)}{TAIL}".encode()])


def entity(name: str, content: str = "", more: str = "") -> str:
    """Write an entity type with the key Id."""
    key = '<Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Guid"/>'
    return f'<EntityType Name="{name}"{more}>{key}{content}</EntityType>'


def refused(*chunks: bytes) -> str:
    """Return the message of the error that a document ends in."""
    with pytest.raises(OperationalError) as caught:
        read_metadata(chunks)
    return str(caught.value)


# -- shapes ----------------------------------------------------------------------------------------------------------


def test_creatio_shape() -> None:
    catalog = read_metadata([SMALL.encode()], fetched_at=5.0)
    assert catalog.fetched_at == 5.0
    assert list(catalog) == ["Contact", "Account"]
    assert catalog["Contact"] == Table(
        name="Contact",
        columns=(
            Column("Id", "Edm.Guid"),
            Column("Name", "Edm.String", nullable=False),
            Column("AccountId", "Edm.Guid", link="Account"),
            Column("FacebookId", "Edm.Guid"),
        ),
        key=("Id",),
        links=(Link("Account", "AccountId", "Account", partner="ContactCollectionByAccount"),),
    )
    assert catalog["Account"].collections == (Collection("ContactCollectionByAccount", "Contact"),)


def test_table_is_built_once() -> None:
    catalog = read_metadata([SMALL.encode()])
    assert catalog["Contact"] is catalog["Contact"]
    assert "Nothing" not in catalog
    with pytest.raises(KeyError):
        catalog["Nothing"]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ('Type="Edm.String"', Column("X", "Edm.String")),
        ('Type="Edm.String" Nullable="true" MaxLength="250"', Column("X", "Edm.String", True, max_length=250)),
        ('Type="Edm.String" MaxLength="max"', Column("X", "Edm.String")),
        ('Type="Edm.Decimal" Precision="18" Scale="2"', Column("X", "Edm.Decimal", precision=18, scale=2)),
        ('Type="Edm.Decimal" Precision="18" Scale="variable"', Column("X", "Edm.Decimal", precision=18)),
        ('Type="Edm.String" MaxLength="' + "9" * 5000 + '"', Column("X", "Edm.String")),
        ('Type="Edm.String" MaxLength="²" Precision="-1"', Column("X", "Edm.String")),
        ('Type="Edm.Int32" Nullable="perhaps"', Column("X", "Edm.Int32")),
        ('Type="N.Colour"', Column("X", "Edm.String")),
        ('Type="A.Colour"', Column("X", "Edm.String")),
        ('Type="N.Money"', Column("X", "Edm.Decimal")),
    ],
)
def test_column(attributes: str, expected: Column) -> None:
    colour = '<EnumType Name="Colour"><Member Name="Red"/></EnumType>'
    money = '<TypeDefinition Name="Money" UnderlyingType="Edm.Decimal"/>'
    table = read(entity("T", f'<Property Name="X" {attributes}/>'), colour, money)["T"]
    assert table.columns[1:] == (expected,)


@pytest.mark.parametrize(
    "edm", ["N.Address", "N.Unknown", "Collection(Edm.String)", "Edm.GeographyPoint", "Edm.Duration", "Integer", ""]
)
def test_no_column(edm: str) -> None:
    address = '<ComplexType Name="Address"><Property Name="City" Type="Edm.String"/></ComplexType>'
    table = read(entity("T", f'<Property Name="X" Type="{edm}"/>'), address)["T"]
    assert [column.name for column in table.columns] == ["Id"]


@pytest.mark.parametrize(
    ("content", "links"),
    [
        ('<Property Name="OwnerId" Type="Edm.String"/><NavigationProperty Name="Owner" Type="N.T"/>', ()),
        ('<Property Name="Owner" Type="Edm.Guid"/><NavigationProperty Name="Owner" Type="N.T"/>', ()),
        ('<Property Name="ownerid" Type="Edm.Guid"/><NavigationProperty Name="Owner" Type="N.T"/>', ()),
        ('<NavigationProperty Name="Owner" Type="N.T"/>', ()),
        (
            '<NavigationProperty Name="Owner" Type="A.T"/><Property Name="OwnerId" Type="Edm.Guid"/>',
            (Link("Owner", "OwnerId", "T"),),
        ),
        (
            '<Property Name="Boss" Type="Edm.Int32"/><Property Name="OwnerId" Type="Edm.Guid"/>'
            '<NavigationProperty Name="Owner" Type="N.T">'
            '<ReferentialConstraint Property="Boss" ReferencedProperty="Id"/></NavigationProperty>',
            (Link("Owner", "Boss", "T"),),
        ),
        (
            '<Property Name="Boss" Type="Edm.Int32"/><NavigationProperty Name="Owner" Type="N.Numbered">'
            '<ReferentialConstraint Property="Boss" ReferencedProperty="Number"/></NavigationProperty>',
            (Link("Owner", "Boss", "N.Numbered", key="Number"),),
        ),
        (
            '<Property Name="OwnerId" Type="Edm.Guid"/><NavigationProperty Name="Owner" Type="N.T">'
            '<ReferentialConstraint Property="OwnerId" ReferencedProperty="Code"/></NavigationProperty>',
            (),
        ),
        (
            '<Property Name="OwnerId" Type="Edm.Guid"/><NavigationProperty Name="Owner" Type="N.T">'
            '<ReferentialConstraint Property="OwnerId" ReferencedProperty="Id"/>'
            '<ReferentialConstraint Property="Id" ReferencedProperty="Id"/></NavigationProperty>',
            (),
        ),
        (
            '<Property Name="OwnerId" Type="Edm.Guid"/><NavigationProperty Name="Owner" Type="N.T">'
            '<ReferentialConstraint Property="Absent" ReferencedProperty="Id"/></NavigationProperty>',
            (),
        ),
    ],
)
def test_link(content: str, links: tuple[Link, ...]) -> None:
    numbered = '<EntityType Name="Numbered"><Key><PropertyRef Name="Number"/></Key></EntityType>'
    container = '<EntityContainer Name="C"><EntitySet Name="T" EntityType="N.T"/></EntityContainer>'
    table = read(entity("T", content), numbered, container)["T"]
    assert table.links == links
    assert [column.name for column in table.columns if column.link] == [link.column for link in links]


def test_references_that_are_no_lookups() -> None:
    pair = '<ReferentialConstraint Property="{}" ReferencedProperty="{}"/>'.format
    content = (
        '<Property Name="A" Type="Edm.Int32"/><Property Name="B" Type="Edm.String"/>'
        f'<NavigationProperty Name="Both" Type="N.T">{pair("A", "B")}{pair("B", "A")}</NavigationProperty>'
        f'<NavigationProperty Name="NoKey" Type="N.T">{pair("A", "B")}</NavigationProperty>'
        f'<NavigationProperty Name="Absent" Type="N.T">{pair("A", "B")}{pair("C", "A")}</NavigationProperty>'
        f'<NavigationProperty Name="Absent2" Type="N.T">{pair("A", "C")}</NavigationProperty>'
    )
    table = read(entity("T", content))["T"]
    assert table.links == ()
    assert table.references == (
        Reference("Both", ("A", "B"), "T", ("B", "A")),
        Reference("NoKey", ("A",), "T", ("B",)),
    )


def test_link_to_what_is_no_table_still_gives_the_filter_its_path() -> None:
    owner = '<Property Name="OwnerId" Type="Edm.Guid"/><NavigationProperty Name="Owner" Type="N.Hidden"/>'
    container = '<EntityContainer Name="C"><EntitySet Name="T" EntityType="N.T"/></EntityContainer>'
    catalog = read(entity("T", owner), entity("Hidden"), container)
    assert list(catalog) == ["T"]
    assert catalog["T"].links == (Link("Owner", "OwnerId", "N.Hidden"),)
    assert catalog["T"].columns[1].link == "Owner"


def test_sets_give_the_names() -> None:
    owner = '<Property Name="OwnerId" Type="Edm.Guid"/><NavigationProperty Name="Owner" Type="N.Person"/>'
    sets = (
        '<EntityContainer Name="C"><EntitySet Name="People" EntityType="N.Person"/>'
        '<EntitySet Name="Archive" EntityType="N.Person"/><EntitySet Name="Lost" EntityType="N.Absent"/>'
        '<EntitySet Name="Things" EntityType="A.Thing"/><EntitySet Name="Olds" EntityType="N.Thing">'
        '<NavigationPropertyBinding Path="Owner" Target="N.C/Archive"/></EntitySet>'
        '<Singleton Name="Me" Type="N.Person"/></EntityContainer>'
    )
    catalog = read(entity("Person"), entity("Thing", owner), sets)
    assert list(catalog) == ["People", "Archive", "Things", "Olds"]
    assert catalog["Things"].links == (Link("Owner", "OwnerId", "People"),)
    assert catalog["Olds"].links == (Link("Owner", "OwnerId", "Archive"),)


def test_inheritance() -> None:
    base = entity("Base", '<Property Name="Name" Type="Edm.String" MaxLength="5"/>', ' Abstract="true"')
    child = (
        '<EntityType Name="Child" BaseType="A.Base"><Property Name="Extra" Type="Edm.Int32"/>'
        '<Property Name="Name" Type="Edm.Int32" MaxLength="9"/></EntityType>'
    )
    sets = '<EntityContainer Name="C"><EntitySet Name="Child" EntityType="N.Child"/></EntityContainer>'
    table = read(child, base, sets)["Child"]
    assert table.key == ("Id",)
    assert table.columns == (
        Column("Id", "Edm.Guid"),
        Column("Name", "Edm.String", max_length=5),
        Column("Extra", "Edm.Int32"),
    )


def test_bases_in_a_circle() -> None:
    document = f'{HEAD}<EntityType Name="X" BaseType="N.Y"/><EntityType Name="Y" BaseType="N.X"/>{TAIL}'
    assert "on itself" in refused(document.encode())


def test_a_part_of_a_key_is_no_key() -> None:
    assert read(entity("T").replace("</Key>", '<PropertyRef Name="Address/City"/></Key>'))["T"].key == ()


def test_several_schemas_and_prefixes() -> None:
    document = (
        '<x:Edmx Version="4.0" xmlns:x="http://docs.oasis-open.org/odata/ns/edmx" '
        'xmlns:o="urn:other"><x:Reference Uri="u"><x:Include Namespace="One.Data" Alias="Short"/></x:Reference>'
        "<x:DataServices>"
        '<e:Schema xmlns:e="http://docs.oasis-open.org/odata/ns/edm" Namespace="One.Data"><e:EntityType Name="T">'
        '<e:Property Name="A" Type="Edm.Int64"/><o:Property Name="B" Type="Edm.Int64"/></e:EntityType></e:Schema>'
        '<Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="Two"><EntityContainer Name="C">'
        '<EntitySet Name="Ts" EntityType="Short.T"/></EntityContainer></Schema></x:DataServices></x:Edmx>'
    )
    catalog = read_metadata([document.encode()])
    assert list(catalog) == ["Ts"]
    assert catalog["Ts"].columns == (Column("A", "Edm.Int64"),)


@pytest.mark.parametrize(
    "name", ["O'Brien", "a b", "日本", "%27&amp;#", "é🙂", "&lt;b&gt;", "__class__", "../../etc", "&#10;"]
)
def test_hostile_names(name: str, tmp_path: Path) -> None:
    plain = name.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&#10;", "\n")
    container = f'<EntityContainer Name="C"><EntitySet Name="{name}" EntityType="N.{name}"/></EntityContainer>'
    catalog = read(entity(name, f'<Property Name="{name}" Type="Edm.String"/>'), container)
    assert catalog[plain].columns[1].name == plain
    store_cached(tmp_path, INSTANCE, USER, CachedInstance(catalog, {}, 1.0))
    assert loaded(tmp_path) == catalog


def test_utf16() -> None:
    document = SMALL.replace("utf-8", "utf-16").encode("utf-16")
    assert read_metadata([document]) == read_metadata([SMALL.encode()])


# -- streaming -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 7, 64 * 2**10])
def test_chunks_do_not_matter(full_size: bytes, size: int) -> None:
    document = full_size if size > 1000 else SMALL.encode()
    chunks = (document[start : start + size] for start in range(0, len(document), size))
    assert read_metadata(chunks) == read_metadata([document])


def test_full_size(full_size: bytes) -> None:
    catalog = read_metadata([full_size])
    assert len(catalog) == full_size.count(b"<EntitySet ") == 1406
    # An <EntityType> is never split over schemas here, so that each property of the document is a column.
    assert sum(len(table.columns) for table in catalog.values()) == full_size.count(b"<Property ")
    navigations = sum(len(table.links) + len(table.collections) for table in catalog.values())
    assert navigations == full_size.count(b"<NavigationProperty ")


def peak(work: Callable[[], object]) -> int:
    """Return the most bytes that `work` held at a time."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_follows_the_catalog_not_the_document() -> None:
    annotation = ('<Annotation Term="T" String="' + "x" * 30_000 + '"/>').encode()
    document = [HEAD.encode(), CONTACT.encode(), TAIL.encode()]
    padded = itertools.chain(document[:2], itertools.repeat(annotation, 700), document[2:])
    assert peak(lambda: read_metadata(padded)) < 2**20 < 700 * len(annotation)


# -- hostile documents -----------------------------------------------------------------------------------------------


def numbered(text: str) -> Iterator[bytes]:
    """Repeat `text` for ever with another number in the place of each #."""
    numbers = itertools.count()
    while True:
        yield "".join(text.replace("#", str(number)) for number in itertools.islice(numbers, 3000)).encode()


@pytest.mark.parametrize(
    ("start", "more", "message"),
    [
        ("", lambda: itertools.repeat(b" " * 2**16), "larger than 67108864 bytes"),
        ("<![CDATA[", lambda: itertools.repeat(b"x" * 2**16), "larger than 67108864 bytes"),
        ("", lambda: itertools.repeat(b"<Annotation/>" * 500), "larger than 67108864 bytes"),
        ('<Property Name="', lambda: itertools.repeat(b"x" * 2**16), "more than 1048576 bytes"),
        ("<!--", lambda: itertools.repeat(b"x" * 2**16), "more than 1048576 bytes"),
        ("", lambda: itertools.repeat(b"<a>" * 5000), "more than 100 deep"),
        ("", lambda: numbered("<a#/>"), "more than 5000 names"),
        ("", lambda: numbered("<a b#=''/>"), "more than 5000 names"),
        ("", lambda: numbered("<a xmlns:p#='u'/>"), "more than 5000 names"),
        ("", lambda: numbered("<a xmlns:p='u#'/>"), "more than 5000 names"),
    ],
)
def test_endless_document(start: str, more: Callable[[], Iterable[bytes]], message: str) -> None:
    given_out = 0

    def chunks() -> Iterator[bytes]:
        nonlocal given_out
        yield (HEAD + start).encode()
        for chunk in more():
            if given_out > 100 * 2**20:
                return
            given_out += len(chunk)
            yield chunk

    if "Annotation" in next(iter(more())).decode():  # half a million elements take long enough without a look at memory
        assert message.replace("67108864", "4194304") in limited(chunks(), 4 * 2**20)
        return
    found: list[str] = []
    assert peak(lambda: found.append(limited(chunks(), 64 * 2**20))) < 6 * 2**20
    assert message in found[0]
    assert given_out <= 65 * 2**20


def limited(chunks: Iterable[bytes], max_bytes: int) -> str:
    """Return the message of the error that a document of at most `max_bytes` ends in."""
    with pytest.raises(OperationalError) as caught:
        read_metadata(chunks, max_bytes=max_bytes)
    return str(caught.value)


def test_max_bytes_is_the_last_size_that_is_read() -> None:
    document = SMALL.encode()
    assert len(read_metadata([document], max_bytes=len(document))) == 2
    assert f"larger than {len(document) - 1} bytes" in limited([document], len(document) - 1)


def test_small_document_that_inherits_much() -> None:
    columns = "".join(f'<Property Name="c{number}" Type="Edm.Int32"/>' for number in range(2000))
    children = "".join(f'<EntityType Name="D{number}" BaseType="N.B"/>' for number in range(2000))
    assert "more than 1000000 columns" in refused((HEAD + entity("B", columns) + children + TAIL).encode())


def test_billion_laughs() -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">{entities}]><lolz>&l9;</lolz>'
    found: list[str] = []
    assert peak(lambda: found.append(refused(bomb.encode()))) < 2**20
    assert "document type declaration" in found[0]


def test_external_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret of this file")
    document = (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        + HEAD
        + entity("T").replace("</EntityType>", "&x;</EntityType>")
        + TAIL
    )
    message = refused(document.encode())
    assert "document type declaration" in message
    assert "the secret" not in message


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("", "is empty"),
        ("<!DOCTYPE html><html><head><title>Sign in</title>", "HTML page"),
        ('<html lang="en"><body><form><input value="s3cret"></form>', "HTML page"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "HTML page"),
        ('{"error": "s3cret"}', "not XML"),
        ("s3cret", "not XML"),
        ('<?xml version="1.0" encoding="klingon"?><a/>', "not XML"),
        ('<?xml version="1.0" encoding="shift_jis"?><a/>', "not XML"),
        ('<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"/>', "OData 4"),
        ("<Edmx/>", "OData 4"),
        (f"{HEAD}{TAIL}", "no table (0 entity types, no entity container)"),
        (f"{HEAD}{entity('T')}<EntityContainer Name='C'/>{TAIL}", "no table (1 entity types, 0 entity sets)"),
        (f"{HEAD}<EntityType/>{TAIL}", "no table"),
        (f"{HEAD}{entity('T')}&undefined;{TAIL}", "not XML"),
        (f"{HEAD}{entity('T')}\x00{TAIL}", "not XML"),
        (f"{HEAD}{entity('T')}&#xD800;{TAIL}", "not XML"),
        (f"{HEAD}{entity('T')}{TAIL}{TAIL}", "not XML"),
    ],
)
def test_not_metadata(document: str, message: str) -> None:
    text = refused(document.encode())
    assert message in text
    assert "s3cret" not in text


def test_truncated_anywhere() -> None:
    others = '<Property Name="Näme" Type="Edm.String"/><Annotation Term="T"><![CDATA[ & ]]></Annotation><!-- ö -->'
    document = (HEAD + "".join(entity(f"T{number}", others) for number in range(100)) + TAIL).encode()
    assert len(document) > 20 * 997
    for length in [*range(1, len(document), 997), len(document) - 1]:
        assert f"ends early, after {length} bytes" in refused(document[:length])


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_document(data: st.DataObject) -> None:
    document = damaged(data, SMALL.encode())
    try:
        catalog = read_metadata([document])
    except OperationalError:
        return
    assert all(table.name == name for name, table in catalog.items())  # each builds


def damaged(data: st.DataObject, content: bytes) -> bytes:
    """Put other bytes in the place of some of `content`."""
    start = data.draw(st.integers(0, len(content)))
    stop = data.draw(st.integers(start, min(len(content), start + 40)))
    return content[:start] + data.draw(st.binary(max_size=8)) + content[stop:]


# -- the cache -------------------------------------------------------------------------------------------------------


def loaded(directory: Path, instance: str = INSTANCE, user: str = USER) -> Catalog | None:
    """Load from the cache, at any age."""
    cached = load_cached(directory, instance, user, max_age=None, now=1e9)
    return None if cached is None else cached.catalog


def stored(directory: Path) -> Path:
    """Store the small catalog and return its file."""
    store_cached(directory, INSTANCE, USER, CachedInstance(read_metadata([SMALL.encode()]), {"text": "exact"}, 100.0))
    (file,) = directory.iterdir()
    return file


def test_round_trip(tmp_path: Path, full_size: bytes) -> None:
    catalog = read_metadata([full_size])
    store_cached(tmp_path, INSTANCE, USER, CachedInstance(catalog, {"text": "exact", "é\n": "'"}, 12.5))
    cached = load_cached(tmp_path, INSTANCE, USER, max_age=1.0, now=13.0)
    assert cached is not None
    assert list(cached.catalog) == list(catalog)
    assert cached.catalog == catalog
    assert cached.facts == {"text": "exact", "é\n": "'"}
    assert cached.fetched_at == cached.catalog.fetched_at == 12.5


def test_any_catalog_round_trips(tmp_path: Path) -> None:
    columns = (
        Column("K", "Edm.Int32", False),
        Column("L", "Edm.Decimal", True, "Up", None, 18, 2),
        Column("M", "Edm.Binary"),
    )
    table = Table("T", columns, ("K",), (Link("Up", "L", "T", "Downs", "K"),), (Collection("Downs", "T"),))
    table = replace(table, references=(Reference("Side", ("K", "L"), "T", ("L", "K")),))
    store_cached(tmp_path, INSTANCE, USER, CachedInstance(Catalog({"T": table}), {}, 1.0))
    assert loaded(tmp_path) == Catalog({"T": table})


@pytest.mark.parametrize(
    ("max_age", "now", "found"),
    [(None, 1e12, True), (10.0, 110.0, True), (10.0, 110.5, False), (0.0, 100.0, True), (10.0, 99.0, False)],
)
def test_age(tmp_path: Path, max_age: float | None, now: float, found: bool) -> None:
    stored(tmp_path)
    assert (load_cached(tmp_path, INSTANCE, USER, max_age=max_age, now=now) is not None) is found


def test_one_file_per_instance_and_user(tmp_path: Path) -> None:
    file = stored(tmp_path)
    assert loaded(tmp_path, "https://s3cret:s3cret@crm.example.com") is not None
    for instance, user in (("https://other.example.com", USER), (INSTANCE, "other"), (INSTANCE + "/a", USER)):
        assert loaded(tmp_path, instance, user) is None
    # A file that was copied to the place of another is foreign.
    store_cached(tmp_path, INSTANCE, "other", CachedInstance(read(entity("T")), {}, 100.0))
    (other,) = set(tmp_path.iterdir()) - {file}
    other.write_bytes(file.read_bytes())
    assert loaded(tmp_path, user="other") is None
    assert loaded(tmp_path) is not None


def test_nothing_secret(tmp_path: Path) -> None:
    directory = tmp_path / "new" / "cache"
    catalog = read_metadata([SMALL.encode()])
    store_cached(directory, "https://me:s3cret@crm.example.com", USER, CachedInstance(catalog, {}, 1.0))
    (file,) = directory.iterdir()
    written = file.name + file.read_text()
    assert not [text for text in (USER, "s3cret", "me:", "crm.example.com") if text in written]
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(directory.stat().st_mode) == 0o700


def test_replaced_in_one_step(tmp_path: Path) -> None:
    file = stored(tmp_path)
    with file.open("rb") as reader:
        store_cached(tmp_path, INSTANCE, USER, CachedInstance(read(entity("T")), {}, 1.0))
        assert b"Contact" in reader.read()
    assert list(loaded(tmp_path) or ()) == ["T"]
    assert list(tmp_path.iterdir()) == [file]


def test_directory_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no directory")
    for directory in (blocked, blocked / "below", Path("nul\0byte"), Path("\ud800")):
        store_cached(directory, INSTANCE, USER, CachedInstance(read(entity("T")), {}, 1.0))
        assert loaded(directory) is None
    assert blocked.read_text() == "no directory"


def test_text_that_no_file_can_hold(tmp_path: Path) -> None:
    store_cached(tmp_path, INSTANCE, "\ud800", CachedInstance(read(entity("T")), {"a": "\ud800"}, 1.0))
    assert loaded(tmp_path, user="\ud800") is None
    assert list(tmp_path.iterdir()) == []


def test_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    file = stored(tmp_path)
    file.unlink()
    (file / "occupied").mkdir(parents=True)
    store_cached(tmp_path, INSTANCE, USER, CachedInstance(read(entity("T")), {}, 1.0))
    assert loaded(tmp_path) is None
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipe_in_the_place_of_the_file(tmp_path: Path) -> None:
    file = stored(tmp_path)
    file.unlink()
    os.mkfifo(file)
    assert loaded(tmp_path) is None


fuzz = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@fuzz
@given(content=st.binary(max_size=200))
def test_any_bytes_are_no_cache(tmp_path: Path, content: bytes) -> None:
    stored(tmp_path).write_bytes(content)
    assert loaded(tmp_path) is None


@fuzz
@given(data=st.data())
def test_damaged_file_is_no_cache(tmp_path: Path, data: st.DataObject) -> None:
    file = stored(tmp_path)
    good = file.read_bytes()
    content = damaged(data, good)
    file.write_bytes(content)
    assert loaded(tmp_path) == (read_metadata([SMALL.encode()]) if content == good else None)


def test_truncated_file_is_no_cache(tmp_path: Path) -> None:
    file = stored(tmp_path)
    good = file.read_bytes()
    for length in range(0, len(good), 13):
        file.write_bytes(good[:length])
        assert loaded(tmp_path) is None


def forge(file: Path, body: bytes) -> None:
    """Write a file with a right seal, as only someone who knows this package would."""
    signature = metadata_cache._signature(INSTANCE, USER)
    file.write_bytes(metadata_cache._seal(signature, body) + body)


def rows_with(index: int, value: object) -> Callable[[Any], object]:
    """Return a change that puts `value` in one place of a table's row."""

    def change(content: Any) -> object:
        content["tables"]["Contact"][index] = value
        return content

    return change


SHAPES: list[Callable[[Any], object]] = [
    lambda _: [],
    lambda _: None,
    lambda _: {},
    lambda content: {**content, "tables": {}},
    lambda content: {**content, "tables": []},
    lambda content: {**content, "tables": {"T": None}},
    lambda content: {**content, "tables": {"T": {}}},
    lambda content: {**content, "facts": {"a": 1}},
    lambda content: {**content, "facts": ["a"]},
    lambda content: {**content, "fetched_at": "100"},
    lambda content: {**content, "fetched_at": None},
    lambda content: {**content, "fetched_at": 10**400},
    rows_with(0, ["Id"]),
    rows_with(0, "Id"),
    rows_with(0, [1, 2, 3, 4]),
    rows_with(1, ["Edm.Guid", "Edm.Nonsense", "Edm.Guid", "Edm.Guid"]),
    rows_with(2, "-0-"),
    rows_with(2, "-0x-"),
    rows_with(2, ["-", "0", "-", "-"]),
    rows_with(3, {"Id": [1]}),
    rows_with(3, {"Id": [1, 2, "3"]}),
    rows_with(3, {"Id": [1, 2, True]}),
    rows_with(3, {"Absent": [1, 2, 3]}),
    rows_with(4, ["Absent"]),
    rows_with(4, [[]]),
    rows_with(5, ["Account", "AccountId", "Account", ""]),
    rows_with(5, ["Account", "Absent", "Account", "", "Id"]),
    rows_with(6, ["One"]),
    rows_with(6, None),
    rows_with(7, [["Home", "Account", "AccountId"]]),
    rows_with(7, [["Home", "Account"]]),
    rows_with(7, ["Home"]),
]


@pytest.mark.parametrize("change", SHAPES)
def test_forged_shape_is_no_cache(tmp_path: Path, change: Callable[[Any], object]) -> None:
    file = stored(tmp_path)
    body = file.read_bytes().partition(b"\n")[2]
    forge(file, body)
    assert loaded(tmp_path) is not None  # so that it is the change that is refused
    content = change(msgspec.json.decode(body))
    huge = isinstance(content, dict) and content.get("fetched_at") == 10**400
    forge(file, body.replace(b"100.0", b"1e400") if huge else msgspec.json.encode(content))
    assert loaded(tmp_path) is None


@pytest.mark.parametrize("body", [b"", b"[" * 100_000, b'{"a":' * 100_000, b"\xff\xfe", b'"\\ud800"', b"NaN"])
def test_forged_body_is_no_cache(tmp_path: Path, body: bytes) -> None:
    forge(stored(tmp_path), body)
    assert loaded(tmp_path) is None


def test_a_full_size_catalog_comes_back_whole(tmp_path: Path, full_size: bytes) -> None:
    catalog = read_metadata([full_size])
    store_cached(tmp_path, INSTANCE, USER, CachedInstance(catalog, {}, 1.0))
    assert loaded(tmp_path) == catalog


def test_default_directory_is_the_packages_own() -> None:
    assert "creatio_dbapi" in default_cache_directory().parts
