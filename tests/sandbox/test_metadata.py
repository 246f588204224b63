"""The service document and $metadata: facts 3.2 and 6.1."""

from __future__ import annotations

import re

import requests

from creatio_dbapi.sandbox import Column, Sandbox

DOCUMENT = """<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Terrasoft.Configuration.OData" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="UsrColor"><Key><PropertyRef Name="Id" /></Key><Property Name="Id" Type="Edm.Guid" />
<Property Name="Name" Type="Edm.String" Nullable="false" />
<NavigationProperty Name="UsrShapeCollectionByUsrColor" Type="Collection(Terrasoft.Configuration.OData.UsrShape)"
 Partner="UsrColor" /></EntityType>
<EntityType Name="UsrShape"><Key><PropertyRef Name="Id" /></Key><Property Name="Id" Type="Edm.Guid" />
<Property Name="UsrColorId" Type="Edm.Guid" /><Property Name="Area" Type="Edm.Decimal" Nullable="true" />
<NavigationProperty Name="UsrColor" Type="Terrasoft.Configuration.OData.UsrColor"
 Partner="UsrShapeCollectionByUsrColor" /></EntityType>
</Schema></edmx:DataServices></edmx:Edmx>"""


def entity_type(client: requests.Session, name: str) -> str:
    """Return the EntityType element of an object, as text."""
    document = client.get("/odata/$metadata").text
    found = re.search(f'<EntityType Name="{name}">.*?</EntityType>', document)
    assert found is not None
    return found[0]


def test_service_document_lists_the_sets(client: requests.Session) -> None:
    answer = client.get("/odata/")
    assert answer.headers["OData-Version"] == "4.0"
    assert {"name": "Contact", "kind": "EntitySet", "url": "Contact"} in answer.json()["value"]
    assert client.get("/odata").json() == answer.json()


def test_metadata_has_the_shape_of_a_real_server(client: requests.Session) -> None:
    answer = client.get("/odata/$metadata")
    assert answer.headers["Content-Type"] == "application/xml"
    assert answer.text.startswith('<?xml version="1.0" encoding="utf-8"?>\n<edmx:Edmx Version="4.0" ')
    assert '<Schema Namespace="Terrasoft.Configuration.OData"' in answer.text
    assert answer.text.endswith("</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>")
    contact = entity_type(client, "Contact")
    assert '<Key><PropertyRef Name="Id" /></Key><Property Name="Id" Type="Edm.Guid" />' in contact
    assert '<Property Name="Name" Type="Edm.String" Nullable="false" />' in contact
    assert '<Property Name="AccountId" Type="Edm.Guid" />' in contact
    assert '<Property Name="BirthDate" Type="Edm.DateTimeOffset" />' in contact
    assert (
        '<NavigationProperty Name="Account" Type="Terrasoft.Configuration.OData.Account" '
        'Partner="ContactCollectionByAccount" />'
    ) in contact
    assert '<NavigationProperty Name="CreatedBy" Type="Terrasoft.Configuration.OData.Contact" />' in contact


def test_metadata_has_collections_with_partners(client: requests.Session) -> None:
    assert (
        '<NavigationProperty Name="ContactCollectionByAccount" '
        'Type="Collection(Terrasoft.Configuration.OData.Contact)" Partner="Account" />'
    ) in entity_type(client, "Account")


def test_created_object_is_in_metadata_with_explicit_nullability(sandbox: Sandbox, client: requests.Session) -> None:
    sandbox.create_object(
        "UsrNullable",
        {"A": Column("Edm.Int32", nullable=True), "B": "Edm.String", "CityId": Column("Edm.Guid", target="City")},
    )
    usr = entity_type(client, "UsrNullable")
    assert '<Property Name="A" Type="Edm.Int32" Nullable="true" />' in usr
    assert '<Property Name="B" Type="Edm.String" Nullable="false" />' in usr
    assert '<Property Name="CreatedOn" Type="Edm.DateTimeOffset" />' in usr
    assert 'Name="UsrNullableCollectionByCity"' in entity_type(client, "City")
    sandbox.drop_object("UsrNullable")
    assert "UsrNullable" not in client.get("/odata/$metadata").text


def test_object_without_base_columns_has_its_own_key(sandbox: Sandbox, client: requests.Session) -> None:
    columns = {"Year": "Edm.Int32", "Code": "Edm.String", "Amount": "Edm.Decimal"}
    sandbox.create_object("UsrBudget", columns, key=("Year", "Code"), base=False)
    assert '<Key><PropertyRef Name="Year" /><PropertyRef Name="Code" /></Key>' in entity_type(client, "UsrBudget")
    assert "CreatedOn" not in entity_type(client, "UsrBudget")


def test_objects_of_a_document_are_added(sandbox: Sandbox, client: requests.Session) -> None:
    assert sandbox.load_metadata(DOCUMENT.encode()) == ["UsrColor", "UsrShape"]
    color = client.post("/odata/UsrColor", json={"Name": "red"}).json()["Id"]
    client.post("/odata/UsrShape", json={"UsrColorId": color, "Area": None})
    shape = client.get("/odata/UsrShape?$expand=UsrColor($select=Name)&$filter=UsrColor/Name eq 'red'").json()["value"]
    assert [(row["Area"], row["UsrColor"]) for row in shape] == [(None, {"Name": "red"})]
    many = client.get("/odata/UsrColor?$expand=UsrShapeCollectionByUsrColor").json()["value"]
    assert len(many[0]["UsrShapeCollectionByUsrColor"]) == 1
    assert '<Property Name="Area" Type="Edm.Decimal" Nullable="true" />' in entity_type(client, "UsrShape")
