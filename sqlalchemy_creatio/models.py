"""SQLAlchemy classes of 99 objects of Creatio, with their lookups both ways.

Written by `python -m sqlalchemy_creatio.generate URL`; do not edit.
"""

from __future__ import annotations

import datetime as dt
import decimal
import uuid
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import orm

if not hasattr(orm, "mapped_column"):
    raise ImportError("these classes need SQLAlchemy 2.0 or newer; on 1.4, automap makes some from the catalog")


class Base(orm.DeclarativeBase):
    """What these classes have in common."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {dt.datetime: sa.DateTime(timezone=True)}


def _filled(*arguments: Any, **options: Any) -> Any:
    """Declare a column that the server fills where nothing is set."""
    return orm.mapped_column(*arguments, server_default=sa.FetchedValue(), **options)


class Account(Base):
    """The object Account."""

    __tablename__ = "Account"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    Name: orm.Mapped[str] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    OwnershipId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountOwnership.Id"))
    PrimaryContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ParentId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    IndustryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountIndustry.Id"))
    Code: orm.Mapped[str] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountType.Id"))
    Phone: orm.Mapped[str] = _filled()
    AdditionalPhone: orm.Mapped[str] = _filled()
    Fax: orm.Mapped[str] = _filled()
    Web: orm.Mapped[str] = _filled()
    AddressTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AddressType.Id"))
    Address: orm.Mapped[str] = _filled()
    CityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("City.Id"))
    RegionId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    Zip: orm.Mapped[str] = _filled()
    CountryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    AccountCategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountCategory.Id"))
    EmployeesNumberId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountEmployeesNumber.Id"))
    AnnualRevenueId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountAnnualRevenue.Id"))
    Notes: orm.Mapped[str] = _filled()
    AlternativeName: orm.Mapped[str] = _filled()
    GPSN: orm.Mapped[str] = _filled()
    GPSE: orm.Mapped[str] = _filled()
    Completeness: orm.Mapped[int] = _filled()
    AccountLogoId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    AUM: orm.Mapped[str] = _filled()
    LeadConversionScore: orm.Mapped[int] = _filled()
    PriceListId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Pricelist.Id"))
    UsrWebsiteCode: orm.Mapped[int] = _filled()
    Logo: orm.Mapped[bytes | None] = orm.mapped_column(deferred=True)
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="account_collection_by_owner"
    )
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    ownership: orm.Mapped[AccountOwnership | None] = orm.relationship(
        foreign_keys=[OwnershipId], back_populates="account_collection_by_ownership"
    )
    primary_contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[PrimaryContactId], back_populates="account_collection_by_primary_contact"
    )
    parent: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[ParentId], remote_side=[Id], back_populates="account_collection_by_parent"
    )
    industry: orm.Mapped[AccountIndustry | None] = orm.relationship(
        foreign_keys=[IndustryId], back_populates="account_collection_by_industry"
    )
    type: orm.Mapped[AccountType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="account_collection_by_type"
    )
    address_type: orm.Mapped[AddressType | None] = orm.relationship(
        foreign_keys=[AddressTypeId], back_populates="account_collection_by_address_type"
    )
    city: orm.Mapped[City | None] = orm.relationship(foreign_keys=[CityId], back_populates="account_collection_by_city")
    region: orm.Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="account_collection_by_region"
    )
    country: orm.Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="account_collection_by_country"
    )
    account_category: orm.Mapped[AccountCategory | None] = orm.relationship(
        foreign_keys=[AccountCategoryId], back_populates="account_collection_by_account_category"
    )
    employees_number: orm.Mapped[AccountEmployeesNumber | None] = orm.relationship(
        foreign_keys=[EmployeesNumberId], back_populates="account_collection_by_employees_number"
    )
    annual_revenue: orm.Mapped[AccountAnnualRevenue | None] = orm.relationship(
        foreign_keys=[AnnualRevenueId], back_populates="account_collection_by_annual_revenue"
    )
    account_logo: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[AccountLogoId], back_populates="account_collection_by_account_logo"
    )
    price_list: orm.Mapped[Pricelist | None] = orm.relationship(
        foreign_keys=[PriceListId], back_populates="account_collection_by_price_list"
    )
    account_collection_by_parent: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.ParentId", back_populates="parent", passive_deletes="all"
    )
    activity_collection_by_account: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.AccountId", back_populates="account", passive_deletes="all"
    )
    case_collection_by_account: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.AccountId", back_populates="account", passive_deletes="all"
    )
    contact_collection_by_account: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.AccountId", back_populates="account", passive_deletes="all"
    )
    contract_collection_by_account: orm.Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.AccountId", back_populates="account", passive_deletes="all"
    )
    contract_collection_by_our_company: orm.Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.OurCompanyId", back_populates="our_company", passive_deletes="all"
    )
    document_collection_by_account: orm.Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.AccountId", back_populates="account", passive_deletes="all"
    )
    invoice_collection_by_account: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.AccountId", back_populates="account", passive_deletes="all"
    )
    invoice_collection_by_supplier: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.SupplierId", back_populates="supplier", passive_deletes="all"
    )
    lead_collection_by_qualified_account: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.QualifiedAccountId", back_populates="qualified_account", passive_deletes="all"
    )
    lead_collection_by_partner: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.PartnerId", back_populates="partner", passive_deletes="all"
    )
    opportunity_collection_by_account: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.AccountId", back_populates="account", passive_deletes="all"
    )
    opportunity_collection_by_partner: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.PartnerId", back_populates="partner", passive_deletes="all"
    )
    opportunity_collection_by_winner: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.WinnerId", back_populates="winner", passive_deletes="all"
    )
    order_collection_by_account: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.AccountId", back_populates="account", passive_deletes="all"
    )
    project_collection_by_account: orm.Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.AccountId", back_populates="account", passive_deletes="all"
    )
    project_collection_by_supplier: orm.Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.SupplierId", back_populates="supplier", passive_deletes="all"
    )
    service_pact_collection_by_service_provider: orm.Mapped[list[ServicePact]] = orm.relationship(
        foreign_keys="ServicePact.ServiceProviderId", back_populates="service_provider", passive_deletes="all"
    )
    sys_admin_unit_collection_by_account: orm.Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.AccountId", back_populates="account", passive_deletes="all"
    )
    sys_admin_unit_collection_by_portal_account: orm.Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.PortalAccountId", back_populates="portal_account", passive_deletes="all"
    )
    vw_queue_item_collection_by_account: orm.Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.AccountId", back_populates="account", passive_deletes="all"
    )


class AccountAnnualRevenue(Base):
    """The object AccountAnnualRevenue."""

    __tablename__ = "AccountAnnualRevenue"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    FromBaseCurrency: orm.Mapped[int] = _filled()
    ToBaseCurrency: orm.Mapped[int] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_annual_revenue: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.AnnualRevenueId", back_populates="annual_revenue", passive_deletes="all"
    )
    lead_collection_by_annual_revenue: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.AnnualRevenueId", back_populates="annual_revenue", passive_deletes="all"
    )


class AccountCategory(Base):
    """The object AccountCategory."""

    __tablename__ = "AccountCategory"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Color: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_account_category: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.AccountCategoryId", back_populates="account_category", passive_deletes="all"
    )
    lead_collection_by_account_category: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.AccountCategoryId", back_populates="account_category", passive_deletes="all"
    )


class AccountEmployeesNumber(Base):
    """The object AccountEmployeesNumber."""

    __tablename__ = "AccountEmployeesNumber"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Position: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_employees_number: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.EmployeesNumberId", back_populates="employees_number", passive_deletes="all"
    )
    lead_collection_by_employees_number: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.EmployeesNumberId", back_populates="employees_number", passive_deletes="all"
    )


class AccountIndustry(Base):
    """The object AccountIndustry."""

    __tablename__ = "AccountIndustry"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_industry: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.IndustryId", back_populates="industry", passive_deletes="all"
    )
    event_collection_by_industry: orm.Mapped[list[Event]] = orm.relationship(
        foreign_keys="Event.IndustryId", back_populates="industry", passive_deletes="all"
    )
    lead_collection_by_industry: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.IndustryId", back_populates="industry", passive_deletes="all"
    )


class AccountOwnership(Base):
    """The object AccountOwnership."""

    __tablename__ = "AccountOwnership"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    CountryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    country: orm.Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="account_ownership_collection_by_country"
    )
    account_collection_by_ownership: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.OwnershipId", back_populates="ownership", passive_deletes="all"
    )
    lead_collection_by_account_ownership: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.AccountOwnershipId", back_populates="account_ownership", passive_deletes="all"
    )


class AccountType(Base):
    """The object AccountType."""

    __tablename__ = "AccountType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Color: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_type: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.TypeId", back_populates="type", passive_deletes="all"
    )


class Activity(Base):
    """The object Activity."""

    __tablename__ = "Activity"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    Title: orm.Mapped[str] = _filled()
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    DueDate: orm.Mapped[dt.datetime | None] = _filled()
    PriorityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityPriority.Id"))
    AuthorId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    RemindToAuthor: orm.Mapped[bool] = _filled()
    RemindToAuthorDate: orm.Mapped[dt.datetime | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    RemindToOwner: orm.Mapped[bool] = _filled()
    RemindToOwnerDate: orm.Mapped[dt.datetime | None] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityType.Id"))
    ActivityCategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityCategory.Id"))
    ShowInScheduler: orm.Mapped[bool] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityStatus.Id"))
    ResultId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityResult.Id"))
    DetailedResult: orm.Mapped[str] = _filled()
    TimeZoneId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Sender: orm.Mapped[str] = _filled()
    Recepient: orm.Mapped[str] = _filled()
    InvoiceId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Invoice.Id"))
    CopyRecepient: orm.Mapped[str] = _filled()
    BlindCopyRecepient: orm.Mapped[str] = _filled()
    Body: orm.Mapped[str] = _filled()
    Notes: orm.Mapped[str] = _filled()
    Color: orm.Mapped[str] = _filled()
    SendDate: orm.Mapped[dt.datetime | None] = _filled()
    EmailSendStatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("EmailSendStatus.Id"))
    DurationInMinutes: orm.Mapped[int] = _filled()
    ErrorOnSend: orm.Mapped[str] = _filled()
    DurationInMnutesAndHours: orm.Mapped[str] = _filled()
    AllowedResult: orm.Mapped[str] = _filled()
    CreatedByInvCRM: orm.Mapped[bool] = _filled()
    LeadId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Lead.Id"))
    MessageTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("EmailType.Id"))
    ProcessListeners: orm.Mapped[int] = _filled()
    IsHtmlBody: orm.Mapped[bool] = _filled()
    MailHash: orm.Mapped[str] = _filled()
    ProcessElementId: orm.Mapped[uuid.UUID | None] = _filled()
    GlobalActivityID: orm.Mapped[str] = _filled()
    UserEmailAddress: orm.Mapped[str] = _filled()
    EventId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Event.Id"))
    OrderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    CaseId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Case.Id"))
    IsNeedProcess: orm.Mapped[bool] = _filled()
    ActivityConnectionId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Activity.Id"))
    ChangeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Change.Id"))
    ReleaseId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Release.Id"))
    ProblemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Problem.Id"))
    OrganizerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Location: orm.Mapped[str] = _filled()
    ConfItemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ConfItem.Id"))
    IsNotPublished: orm.Mapped[bool] = _filled()
    CallDirectionId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CallDirection.Id"))
    HeaderProperties: orm.Mapped[str] = _filled()
    EnrchEmailDataId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("EnrchEmailData.Id"))
    EnrichStatus: orm.Mapped[str] = _filled()
    ServiceProcessed: orm.Mapped[bool] = _filled()
    IsAutoSubmitted: orm.Mapped[bool] = _filled()
    SenderContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    OpportunityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    ContractId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contract.Id"))
    ProjectId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Project.Id"))
    FullProjectName: orm.Mapped[str] = _filled()
    Preview: orm.Mapped[str] = _filled()
    OmniChatId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OmniChat.Id"))
    OwnerRoleId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("VwSysRole.Id"))
    RemoteCreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    DocumentId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Document.Id"))
    QueueItemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("VwQueueItem.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    priority: orm.Mapped[ActivityPriority | None] = orm.relationship(
        foreign_keys=[PriorityId], back_populates="activity_collection_by_priority"
    )
    author: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[AuthorId], back_populates="activity_collection_by_author"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="activity_collection_by_owner"
    )
    type: orm.Mapped[ActivityType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="activity_collection_by_type"
    )
    activity_category: orm.Mapped[ActivityCategory | None] = orm.relationship(
        foreign_keys=[ActivityCategoryId], back_populates="activity_collection_by_activity_category"
    )
    status: orm.Mapped[ActivityStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="activity_collection_by_status"
    )
    result: orm.Mapped[ActivityResult | None] = orm.relationship(
        foreign_keys=[ResultId], back_populates="activity_collection_by_result"
    )
    time_zone: orm.Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="activity_collection_by_time_zone"
    )
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="activity_collection_by_account"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="activity_collection_by_contact"
    )
    invoice: orm.Mapped[Invoice | None] = orm.relationship(
        foreign_keys=[InvoiceId], back_populates="activity_collection_by_invoice"
    )
    email_send_status: orm.Mapped[EmailSendStatus | None] = orm.relationship(
        foreign_keys=[EmailSendStatusId], back_populates="activity_collection_by_email_send_status"
    )
    lead: orm.Mapped[Lead | None] = orm.relationship(
        foreign_keys=[LeadId], back_populates="activity_collection_by_lead"
    )
    message_type: orm.Mapped[EmailType | None] = orm.relationship(
        foreign_keys=[MessageTypeId], back_populates="activity_collection_by_message_type"
    )
    event: orm.Mapped[Event | None] = orm.relationship(
        foreign_keys=[EventId], back_populates="activity_collection_by_event"
    )
    order: orm.Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="activity_collection_by_order"
    )
    case: orm.Mapped[Case | None] = orm.relationship(
        foreign_keys=[CaseId], back_populates="activity_collection_by_case"
    )
    activity_connection: orm.Mapped[Activity | None] = orm.relationship(
        foreign_keys=[ActivityConnectionId],
        remote_side=[Id],
        back_populates="activity_collection_by_activity_connection",
    )
    change: orm.Mapped[Change | None] = orm.relationship(
        foreign_keys=[ChangeId], back_populates="activity_collection_by_change"
    )
    release: orm.Mapped[Release | None] = orm.relationship(
        foreign_keys=[ReleaseId], back_populates="activity_collection_by_release"
    )
    problem: orm.Mapped[Problem | None] = orm.relationship(
        foreign_keys=[ProblemId], back_populates="activity_collection_by_problem"
    )
    organizer: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OrganizerId], back_populates="activity_collection_by_organizer"
    )
    conf_item: orm.Mapped[ConfItem | None] = orm.relationship(
        foreign_keys=[ConfItemId], back_populates="activity_collection_by_conf_item"
    )
    call_direction: orm.Mapped[CallDirection | None] = orm.relationship(
        foreign_keys=[CallDirectionId], back_populates="activity_collection_by_call_direction"
    )
    enrch_email_data: orm.Mapped[EnrchEmailData | None] = orm.relationship(
        foreign_keys=[EnrchEmailDataId], back_populates="activity_collection_by_enrch_email_data"
    )
    sender_contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[SenderContactId], back_populates="activity_collection_by_sender_contact"
    )
    opportunity: orm.Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="activity_collection_by_opportunity"
    )
    contract: orm.Mapped[Contract | None] = orm.relationship(
        foreign_keys=[ContractId], back_populates="activity_collection_by_contract"
    )
    project: orm.Mapped[Project | None] = orm.relationship(
        foreign_keys=[ProjectId], back_populates="activity_collection_by_project"
    )
    omni_chat: orm.Mapped[OmniChat | None] = orm.relationship(
        foreign_keys=[OmniChatId], back_populates="activity_collection_by_omni_chat"
    )
    owner_role: orm.Mapped[VwSysRole | None] = orm.relationship(
        foreign_keys=[OwnerRoleId], back_populates="activity_collection_by_owner_role"
    )
    document: orm.Mapped[Document | None] = orm.relationship(
        foreign_keys=[DocumentId], back_populates="activity_collection_by_document"
    )
    queue_item: orm.Mapped[VwQueueItem | None] = orm.relationship(
        foreign_keys=[QueueItemId], back_populates="activity_collection_by_queue_item"
    )
    activity_collection_by_activity_connection: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ActivityConnectionId", back_populates="activity_connection", passive_deletes="all"
    )
    case_collection_by_parent_activity: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ParentActivityId", back_populates="parent_activity", passive_deletes="all"
    )
    vw_queue_item_collection_by_last_activity: orm.Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.LastActivityId", back_populates="last_activity", passive_deletes="all"
    )


class ActivityCategory(Base):
    """The object ActivityCategory."""

    __tablename__ = "ActivityCategory"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ActivityTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityType.Id"))
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_type: orm.Mapped[ActivityType | None] = orm.relationship(
        foreign_keys=[ActivityTypeId], back_populates="activity_category_collection_by_activity_type"
    )
    activity_collection_by_activity_category: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ActivityCategoryId", back_populates="activity_category", passive_deletes="all"
    )


class ActivityPriority(Base):
    """The object ActivityPriority."""

    __tablename__ = "ActivityPriority"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Img: orm.Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_priority: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.PriorityId", back_populates="priority", passive_deletes="all"
    )


class ActivityResult(Base):
    """The object ActivityResult."""

    __tablename__ = "ActivityResult"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled()
    BusinessProcessOnly: orm.Mapped[bool] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_result: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ResultId", back_populates="result", passive_deletes="all"
    )


class ActivityStatus(Base):
    """The object ActivityStatus."""

    __tablename__ = "ActivityStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Finish: orm.Mapped[bool] = _filled()
    Color: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_status: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.StatusId", back_populates="status", passive_deletes="all"
    )


class ActivityType(Base):
    """The object ActivityType."""

    __tablename__ = "ActivityType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    TypeImage: orm.Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_type: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.TypeId", back_populates="type", passive_deletes="all"
    )
    activity_category_collection_by_activity_type: orm.Mapped[list[ActivityCategory]] = orm.relationship(
        foreign_keys="ActivityCategory.ActivityTypeId", back_populates="activity_type", passive_deletes="all"
    )


class AdCampaign(Base):
    """The object AdCampaign."""

    __tablename__ = "AdCampaign"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    CampaignName: orm.Mapped[str] = _filled()
    PlatformId: orm.Mapped[uuid.UUID | None] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    Reach: orm.Mapped[int] = _filled()
    Impressions: orm.Mapped[int] = _filled()
    AdCampaignId: orm.Mapped[str] = _filled()
    Frequency: orm.Mapped[decimal.Decimal] = _filled()
    CTR: orm.Mapped[decimal.Decimal] = _filled()
    EndDate: orm.Mapped[dt.datetime | None] = _filled()
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    CreatedDate: orm.Mapped[dt.datetime | None] = _filled()
    CPM: orm.Mapped[decimal.Decimal] = _filled()
    CPC: orm.Mapped[decimal.Decimal] = _filled()
    Clicks: orm.Mapped[int] = _filled()
    AmountSpent: orm.Mapped[decimal.Decimal] = _filled()
    AdAccountId: orm.Mapped[uuid.UUID | None] = _filled()
    PrimaryAmountSpent: orm.Mapped[decimal.Decimal] = _filled()
    AdAccountCurrency: orm.Mapped[str] = _filled()
    Submissions: orm.Mapped[int] = _filled()
    Contacts: orm.Mapped[int] = _filled()
    CostPerSubmission: orm.Mapped[decimal.Decimal] = _filled()
    CostPerContact: orm.Mapped[decimal.Decimal] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_ad_campaign: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.AdCampaignId", back_populates="ad_campaign", passive_deletes="all"
    )


class AddressType(Base):
    """The object AddressType."""

    __tablename__ = "AddressType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ForContact: orm.Mapped[bool] = _filled()
    ForAccount: orm.Mapped[bool] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Color: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_address_type: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.AddressTypeId", back_populates="address_type", passive_deletes="all"
    )
    contact_collection_by_address_type: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.AddressTypeId", back_populates="address_type", passive_deletes="all"
    )
    lead_collection_by_address_type: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.AddressTypeId", back_populates="address_type", passive_deletes="all"
    )


class BulkEmail(Base):
    """The object BulkEmail."""

    __tablename__ = "BulkEmail"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    SenderName: orm.Mapped[str] = _filled()
    SenderEmail: orm.Mapped[str] = _filled()
    SendStartDate: orm.Mapped[dt.datetime | None] = _filled()
    SendDueDate: orm.Mapped[dt.datetime | None] = _filled()
    Clicks: orm.Mapped[decimal.Decimal] = _filled()
    Opens: orm.Mapped[decimal.Decimal] = _filled()
    SoftBounce: orm.Mapped[decimal.Decimal] = _filled()
    HardBounce: orm.Mapped[decimal.Decimal] = _filled()
    Unsubscribe: orm.Mapped[decimal.Decimal] = _filled()
    Spam: orm.Mapped[decimal.Decimal] = _filled()
    ClicksCount: orm.Mapped[int] = _filled()
    OpensCount: orm.Mapped[int] = _filled()
    SoftBounceCount: orm.Mapped[int] = _filled()
    HardBounceCount: orm.Mapped[int] = _filled()
    UnsubscribeCount: orm.Mapped[int] = _filled()
    SpamCount: orm.Mapped[int] = _filled()
    RecipientCount: orm.Mapped[int] = _filled()
    LastActualizeDate: orm.Mapped[dt.datetime | None] = _filled()
    TemplateSubject: orm.Mapped[str] = _filled()
    TemplateBody: orm.Mapped[str] = _filled()
    DeliveredCount: orm.Mapped[int] = _filled()
    NotDeliveredCount: orm.Mapped[int] = _filled()
    InQueueCount: orm.Mapped[int] = _filled()
    CanceledCount: orm.Mapped[int] = _filled()
    BlankEmailCount: orm.Mapped[int] = _filled()
    IncorrectEmailCount: orm.Mapped[int] = _filled()
    UnreachableEmailCount: orm.Mapped[int] = _filled()
    DoNotUseEmailCount: orm.Mapped[int] = _filled()
    UnsubscribedByTypeCount: orm.Mapped[int] = _filled()
    DuplicateEmailCount: orm.Mapped[int] = _filled()
    RejectedCount: orm.Mapped[int] = _filled()
    CommonErrorCount: orm.Mapped[int] = _filled()
    InvalidAddresseeCount: orm.Mapped[int] = _filled()
    PercentWeight: orm.Mapped[decimal.Decimal] = _filled()
    PercentActiveWeight: orm.Mapped[decimal.Decimal] = _filled()
    PercentInactiveWeight: orm.Mapped[decimal.Decimal] = _filled()
    SendCount: orm.Mapped[int] = _filled()
    CommunicationLimitCount: orm.Mapped[int] = _filled()
    UtmSource: orm.Mapped[str] = _filled()
    UtmMedium: orm.Mapped[str] = _filled()
    UtmCampaign: orm.Mapped[str] = _filled()
    UtmTerm: orm.Mapped[str] = _filled()
    UtmContent: orm.Mapped[str] = _filled()
    Domains: orm.Mapped[str] = _filled()
    UseUtm: orm.Mapped[bool] = _filled()
    StatisticDate: orm.Mapped[dt.datetime | None] = _filled()
    ResponseProcessingCompleted: orm.Mapped[bool] = _filled()
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled()
    LaunchOptionId: orm.Mapped[uuid.UUID | None] = _filled()
    TemplateConfig: orm.Mapped[str] = _filled()
    DeliveryError: orm.Mapped[int] = _filled()
    IsSystemEmail: orm.Mapped[bool] = _filled()
    TemplateNotFoundCount: orm.Mapped[int] = _filled()
    SendersDomainNotVerifiedCount: orm.Mapped[int] = _filled()
    SendersNameNotValidCount: orm.Mapped[int] = _filled()
    AudienceSchemaId: orm.Mapped[uuid.UUID | None] = _filled()
    IsAudienceInited: orm.Mapped[bool] = _filled()
    ThrottlingModeId: orm.Mapped[uuid.UUID | None] = _filled()
    PriorityId: orm.Mapped[uuid.UUID | None] = _filled()
    ExpirationDate: orm.Mapped[dt.datetime | None] = _filled()
    BusinessTimeEnd: orm.Mapped[dt.datetime | None] = _filled()
    BusinessTimeStart: orm.Mapped[dt.datetime | None] = _filled()
    DeliveryScheduleDays: orm.Mapped[str] = _filled()
    DeliveryScheduleId: orm.Mapped[uuid.UUID | None] = _filled()
    ThrottlingQueueId: orm.Mapped[uuid.UUID | None] = _filled()
    ExpiredCount: orm.Mapped[int] = _filled()
    TimeZoneId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    StoppedSummaryCount: orm.Mapped[int] = _filled()
    StoppedManuallyCount: orm.Mapped[int] = _filled()
    StoppedInProviderCount: orm.Mapped[int] = _filled()
    ExpiredSummaryCount: orm.Mapped[int] = _filled()
    ExpiredInProviderCount: orm.Mapped[int] = _filled()
    DelayBetweenEmail: orm.Mapped[int] = _filled()
    DailyLimit: orm.Mapped[int] = _filled()
    ProviderName: orm.Mapped[str] = _filled()
    Notes: orm.Mapped[str] = _filled()
    CampaignId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Campaign.Id"))
    SplitTestId: orm.Mapped[uuid.UUID | None] = _filled()
    SegmentsStatusId: orm.Mapped[uuid.UUID | None] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="bulk_email_collection_by_owner"
    )
    time_zone: orm.Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="bulk_email_collection_by_time_zone"
    )
    campaign: orm.Mapped[Campaign | None] = orm.relationship(
        foreign_keys=[CampaignId], back_populates="bulk_email_collection_by_campaign"
    )
    lead_collection_by_bulk_email: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.BulkEmailId", back_populates="bulk_email", passive_deletes="all"
    )


class CallDirection(Base):
    """The object CallDirection."""

    __tablename__ = "CallDirection"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    ImageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="call_direction_collection_by_image"
    )
    activity_collection_by_call_direction: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.CallDirectionId", back_populates="call_direction", passive_deletes="all"
    )


class Campaign(Base):
    """The object Campaign."""

    __tablename__ = "Campaign"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    CampaignStatusId: orm.Mapped[uuid.UUID | None] = _filled()
    TargetDescription: orm.Mapped[str] = _filled()
    TargetTotal: orm.Mapped[int] = _filled()
    TargetAchieve: orm.Mapped[int] = _filled()
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    EndDate: orm.Mapped[dt.datetime | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    UtmCampaign: orm.Mapped[str] = _filled()
    NextFireTime: orm.Mapped[dt.datetime | None] = _filled()
    FirePeriod: orm.Mapped[int] = _filled()
    CampaignSchemaUId: orm.Mapped[uuid.UUID | None] = _filled()
    ScheduledStartModeId: orm.Mapped[uuid.UUID | None] = _filled()
    ScheduledStopModeId: orm.Mapped[uuid.UUID | None] = _filled()
    ScheduledStartDate: orm.Mapped[dt.datetime | None] = _filled()
    ScheduledStopDate: orm.Mapped[dt.datetime | None] = _filled()
    PrevExecutedOn: orm.Mapped[dt.datetime | None] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    SegmentsStatusId: orm.Mapped[uuid.UUID | None] = _filled()
    Notes: orm.Mapped[str] = _filled()
    SchemaData: orm.Mapped[str] = _filled()
    TargetPercent: orm.Mapped[decimal.Decimal] = _filled()
    InProgress: orm.Mapped[bool] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="campaign_collection_by_owner"
    )
    bulk_email_collection_by_campaign: orm.Mapped[list[BulkEmail]] = orm.relationship(
        foreign_keys="BulkEmail.CampaignId", back_populates="campaign", passive_deletes="all"
    )
    event_collection_by_campaign: orm.Mapped[list[Event]] = orm.relationship(
        foreign_keys="Event.CampaignId", back_populates="campaign", passive_deletes="all"
    )
    lead_collection_by_campaign: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.CampaignId", back_populates="campaign", passive_deletes="all"
    )


class Case(Base):
    """The object Case."""

    __tablename__ = "Case"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Number: orm.Mapped[str] = _filled()
    RegisteredOn: orm.Mapped[dt.datetime | None] = _filled()
    Subject: orm.Mapped[str] = _filled()
    Symptoms: orm.Mapped[str] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ResponseDate: orm.Mapped[dt.datetime | None] = _filled()
    SolutionDate: orm.Mapped[dt.datetime | None] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseStatus.Id"))
    Notes: orm.Mapped[str] = _filled()
    PriorityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CasePriority.Id"))
    OriginId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseOrigin.Id"))
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    GroupId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    RespondedOn: orm.Mapped[dt.datetime | None] = _filled()
    SolutionProvidedOn: orm.Mapped[dt.datetime | None] = _filled()
    ClosureDate: orm.Mapped[dt.datetime | None] = _filled()
    ClosureCodeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ClosureCode.Id"))
    Solution: orm.Mapped[str] = _filled()
    SatisfactionLevelId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SatisfactionLevel.Id"))
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseCategory.Id"))
    ResponseOverdue: orm.Mapped[bool] = _filled()
    SolutionOverdue: orm.Mapped[bool] = _filled()
    SatisfactionLevelComment: orm.Mapped[str] = _filled()
    SolutionRemains: orm.Mapped[decimal.Decimal] = _filled()
    ServicePactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServicePact.Id"))
    ServiceItemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServiceItem.Id"))
    ProblemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Problem.Id"))
    SupportLevelId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("RoleInServiceTeam.Id"))
    SolvedOnSupportLevelId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("RoleInServiceTeam.Id"))
    ParentCaseId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Case.Id"))
    ChangeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Change.Id"))
    ServiceCategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServiceCategory.Id"))
    FirstSolutionProvidedOn: orm.Mapped[dt.datetime | None] = _filled()
    HolderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ProcessingTimeUnitId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    ProcessingTimeUnitValue: orm.Mapped[int] = _filled()
    ConfItemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ConfItem.Id"))
    ParentActivityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Activity.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="case_collection_by_owner"
    )
    status: orm.Mapped[CaseStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="case_collection_by_status"
    )
    priority: orm.Mapped[CasePriority | None] = orm.relationship(
        foreign_keys=[PriorityId], back_populates="case_collection_by_priority"
    )
    origin: orm.Mapped[CaseOrigin | None] = orm.relationship(
        foreign_keys=[OriginId], back_populates="case_collection_by_origin"
    )
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="case_collection_by_account"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="case_collection_by_contact"
    )
    group: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="case_collection_by_group"
    )
    closure_code: orm.Mapped[ClosureCode | None] = orm.relationship(
        foreign_keys=[ClosureCodeId], back_populates="case_collection_by_closure_code"
    )
    satisfaction_level: orm.Mapped[SatisfactionLevel | None] = orm.relationship(
        foreign_keys=[SatisfactionLevelId], back_populates="case_collection_by_satisfaction_level"
    )
    category: orm.Mapped[CaseCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="case_collection_by_category"
    )
    service_pact: orm.Mapped[ServicePact | None] = orm.relationship(
        foreign_keys=[ServicePactId], back_populates="case_collection_by_service_pact"
    )
    service_item: orm.Mapped[ServiceItem | None] = orm.relationship(
        foreign_keys=[ServiceItemId], back_populates="case_collection_by_service_item"
    )
    problem: orm.Mapped[Problem | None] = orm.relationship(
        foreign_keys=[ProblemId], back_populates="case_collection_by_problem"
    )
    support_level: orm.Mapped[RoleInServiceTeam | None] = orm.relationship(
        foreign_keys=[SupportLevelId], back_populates="case_collection_by_support_level"
    )
    solved_on_support_level: orm.Mapped[RoleInServiceTeam | None] = orm.relationship(
        foreign_keys=[SolvedOnSupportLevelId], back_populates="case_collection_by_solved_on_support_level"
    )
    parent_case: orm.Mapped[Case | None] = orm.relationship(
        foreign_keys=[ParentCaseId], remote_side=[Id], back_populates="case_collection_by_parent_case"
    )
    change: orm.Mapped[Change | None] = orm.relationship(
        foreign_keys=[ChangeId], back_populates="case_collection_by_change"
    )
    service_category: orm.Mapped[ServiceCategory | None] = orm.relationship(
        foreign_keys=[ServiceCategoryId], back_populates="case_collection_by_service_category"
    )
    holder: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[HolderId], back_populates="case_collection_by_holder"
    )
    processing_time_unit: orm.Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[ProcessingTimeUnitId], back_populates="case_collection_by_processing_time_unit"
    )
    conf_item: orm.Mapped[ConfItem | None] = orm.relationship(
        foreign_keys=[ConfItemId], back_populates="case_collection_by_conf_item"
    )
    parent_activity: orm.Mapped[Activity | None] = orm.relationship(
        foreign_keys=[ParentActivityId], back_populates="case_collection_by_parent_activity"
    )
    activity_collection_by_case: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.CaseId", back_populates="case", passive_deletes="all"
    )
    case_collection_by_parent_case: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ParentCaseId", back_populates="parent_case", passive_deletes="all"
    )
    omni_chat_collection_by_case: orm.Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.CaseId", back_populates="case", passive_deletes="all"
    )
    vw_queue_item_collection_by_case: orm.Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.CaseId", back_populates="case", passive_deletes="all"
    )


class CaseCategory(Base):
    """The object CaseCategory."""

    __tablename__ = "CaseCategory"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_category: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.CategoryId", back_populates="category", passive_deletes="all"
    )
    service_item_collection_by_case_category: orm.Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.CaseCategoryId", back_populates="case_category", passive_deletes="all"
    )


class CaseOrigin(Base):
    """The object CaseOrigin."""

    __tablename__ = "CaseOrigin"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    ImageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="case_origin_collection_by_image"
    )
    case_collection_by_origin: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.OriginId", back_populates="origin", passive_deletes="all"
    )


class CasePriority(Base):
    """The object CasePriority."""

    __tablename__ = "CasePriority"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Priority: orm.Mapped[int] = _filled()
    ImageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    ReactionTimeValue: orm.Mapped[int] = _filled()
    ReactionTimeUnitId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    SolutionTimeValue: orm.Mapped[int] = _filled()
    SolutionTimeUnitId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="case_priority_collection_by_image"
    )
    reaction_time_unit: orm.Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[ReactionTimeUnitId], back_populates="case_priority_collection_by_reaction_time_unit"
    )
    solution_time_unit: orm.Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[SolutionTimeUnitId], back_populates="case_priority_collection_by_solution_time_unit"
    )
    case_collection_by_priority: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.PriorityId", back_populates="priority", passive_deletes="all"
    )


class CaseStatus(Base):
    """The object CaseStatus."""

    __tablename__ = "CaseStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    IsFinal: orm.Mapped[bool] = _filled()
    IsResolved: orm.Mapped[bool] = _filled()
    IsPaused: orm.Mapped[bool] = _filled()
    ButtonCaption: orm.Mapped[str] = _filled()
    ClosureCodeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ClosureCode.Id"))
    IsCloseOnSave: orm.Mapped[bool] = _filled()
    ImageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    Color: orm.Mapped[str] = _filled()
    IsDisplayed: orm.Mapped[bool] = _filled()
    StageNumber: orm.Mapped[int] = _filled()
    StatusColor: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    closure_code: orm.Mapped[ClosureCode | None] = orm.relationship(
        foreign_keys=[ClosureCodeId], back_populates="case_status_collection_by_closure_code"
    )
    image: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="case_status_collection_by_image"
    )
    case_collection_by_status: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.StatusId", back_populates="status", passive_deletes="all"
    )
    satisfaction_level_collection_by_status: orm.Mapped[list[SatisfactionLevel]] = orm.relationship(
        foreign_keys="SatisfactionLevel.StatusId", back_populates="status", passive_deletes="all"
    )


class Change(Base):
    """The object Change."""

    __tablename__ = "Change"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    Number: orm.Mapped[str] = _filled()
    AuthorId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Description: orm.Mapped[str] = _filled()
    RegisteredOn: orm.Mapped[dt.datetime | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    GroupId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ScheduledClosureDate: orm.Mapped[dt.datetime | None] = _filled()
    ClosureDate: orm.Mapped[dt.datetime | None] = _filled()
    PlannedLabor: orm.Mapped[int] = _filled()
    ActualLabor: orm.Mapped[int] = _filled()
    ParentChangeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Change.Id"))
    SourceId: orm.Mapped[uuid.UUID | None] = _filled()
    PurposeId: orm.Mapped[uuid.UUID | None] = _filled()
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled()
    PriorityId: orm.Mapped[uuid.UUID | None] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    Notes: orm.Mapped[str] = _filled()
    ReleaseId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Release.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    author: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[AuthorId], back_populates="change_collection_by_author"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="change_collection_by_owner"
    )
    group: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="change_collection_by_group"
    )
    parent_change: orm.Mapped[Change | None] = orm.relationship(
        foreign_keys=[ParentChangeId], remote_side=[Id], back_populates="change_collection_by_parent_change"
    )
    release: orm.Mapped[Release | None] = orm.relationship(
        foreign_keys=[ReleaseId], back_populates="change_collection_by_release"
    )
    activity_collection_by_change: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ChangeId", back_populates="change", passive_deletes="all"
    )
    case_collection_by_change: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ChangeId", back_populates="change", passive_deletes="all"
    )
    change_collection_by_parent_change: orm.Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.ParentChangeId", back_populates="parent_change", passive_deletes="all"
    )
    problem_collection_by_change: orm.Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.ChangeId", back_populates="change", passive_deletes="all"
    )


class City(Base):
    """The object City."""

    __tablename__ = "City"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    CountryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    RegionId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    TimeZoneId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    country: orm.Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="city_collection_by_country"
    )
    region: orm.Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="city_collection_by_region"
    )
    time_zone: orm.Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="city_collection_by_time_zone"
    )
    account_collection_by_city: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.CityId", back_populates="city", passive_deletes="all"
    )
    conf_item_collection_by_city: orm.Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.CityId", back_populates="city", passive_deletes="all"
    )
    contact_collection_by_city: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.CityId", back_populates="city", passive_deletes="all"
    )
    lead_collection_by_city: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.CityId", back_populates="city", passive_deletes="all"
    )


class ClosureCode(Base):
    """The object ClosureCode."""

    __tablename__ = "ClosureCode"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_closure_code: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ClosureCodeId", back_populates="closure_code", passive_deletes="all"
    )
    case_status_collection_by_closure_code: orm.Mapped[list[CaseStatus]] = orm.relationship(
        foreign_keys="CaseStatus.ClosureCodeId", back_populates="closure_code", passive_deletes="all"
    )


class ConfItem(Base):
    """The object ConfItem."""

    __tablename__ = "ConfItem"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    ModelId: orm.Mapped[uuid.UUID | None] = _filled()
    SerialNumber: orm.Mapped[str] = _filled()
    InventoryNumber: orm.Mapped[str] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    PurchaseDate: orm.Mapped[dt.datetime | None] = _filled()
    CancelDate: orm.Mapped[dt.datetime | None] = _filled()
    WarrantyUntil: orm.Mapped[dt.datetime | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ParentConfItemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ConfItem.Id"))
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled()
    Notes: orm.Mapped[str] = _filled()
    CountryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    RegionId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    CityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("City.Id"))
    Street: orm.Mapped[str] = _filled()
    Address: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="conf_item_collection_by_owner"
    )
    parent_conf_item: orm.Mapped[ConfItem | None] = orm.relationship(
        foreign_keys=[ParentConfItemId], remote_side=[Id], back_populates="conf_item_collection_by_parent_conf_item"
    )
    country: orm.Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="conf_item_collection_by_country"
    )
    region: orm.Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="conf_item_collection_by_region"
    )
    city: orm.Mapped[City | None] = orm.relationship(
        foreign_keys=[CityId], back_populates="conf_item_collection_by_city"
    )
    activity_collection_by_conf_item: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ConfItemId", back_populates="conf_item", passive_deletes="all"
    )
    case_collection_by_conf_item: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ConfItemId", back_populates="conf_item", passive_deletes="all"
    )
    conf_item_collection_by_parent_conf_item: orm.Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.ParentConfItemId", back_populates="parent_conf_item", passive_deletes="all"
    )
    problem_collection_by_conf_item: orm.Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.ConfItemId", back_populates="conf_item", passive_deletes="all"
    )


class Contact(Base):
    """The object Contact."""

    __tablename__ = "Contact"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    Name: orm.Mapped[str] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Dear: orm.Mapped[str] = _filled()
    SalutationTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactSalutationType.Id"))
    GenderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Gender.Id"))
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    DecisionRoleId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactDecisionRole.Id"))
    TypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactType.Id"))
    JobId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Job.Id"))
    JobTitle: orm.Mapped[str] = _filled()
    DepartmentId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Department.Id"))
    BirthDate: orm.Mapped[dt.datetime | None] = _filled()
    Phone: orm.Mapped[str] = _filled()
    MobilePhone: orm.Mapped[str] = _filled()
    HomePhone: orm.Mapped[str] = _filled()
    Skype: orm.Mapped[str] = _filled()
    Email: orm.Mapped[str] = _filled()
    AddressTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AddressType.Id"))
    Address: orm.Mapped[str] = _filled()
    CityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("City.Id"))
    RegionId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    Zip: orm.Mapped[str] = _filled()
    CountryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    DoNotUseEmail: orm.Mapped[bool] = _filled()
    DoNotUseCall: orm.Mapped[bool] = _filled()
    DoNotUseFax: orm.Mapped[bool] = _filled()
    DoNotUseSms: orm.Mapped[bool] = _filled()
    DoNotUseMail: orm.Mapped[bool] = _filled()
    Notes: orm.Mapped[str] = _filled()
    Facebook: orm.Mapped[str] = _filled()
    LinkedIn: orm.Mapped[str] = _filled()
    Twitter: orm.Mapped[str] = _filled()
    FacebookId: orm.Mapped[str] = _filled()
    LinkedInId: orm.Mapped[str] = _filled()
    TwitterId: orm.Mapped[str] = _filled()
    TwitterAFDAId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SocialAccount.Id"))
    FacebookAFDAId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SocialAccount.Id"))
    LinkedInAFDAId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SocialAccount.Id"))
    PhotoId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    GPSN: orm.Mapped[str] = _filled()
    GPSE: orm.Mapped[str] = _filled()
    Surname: orm.Mapped[str] = _filled()
    GivenName: orm.Mapped[str] = _filled()
    MiddleName: orm.Mapped[str] = _filled()
    Confirmed: orm.Mapped[bool] = _filled()
    IsNonActualEmail: orm.Mapped[bool] = _filled()
    Completeness: orm.Mapped[int] = _filled()
    LanguageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysLanguage.Id"))
    Age: orm.Mapped[int] = _filled()
    IsEmailConfirmed: orm.Mapped[bool] = _filled()
    AdCampaignId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AdCampaign.Id"))
    CustomerNeedId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadType.Id"))
    ChannelId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadMedium.Id"))
    SourceId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadSource.Id"))
    RegisterMethodId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("RegisterMethod.Id"))
    LeadConversionScore: orm.Mapped[int] = _filled()
    ContactPhoto: orm.Mapped[bytes | None] = orm.mapped_column(deferred=True)
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], remote_side=[Id], back_populates="contact_collection_by_owner"
    )
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById], remote_side=[Id])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById], remote_side=[Id])
    salutation_type: orm.Mapped[ContactSalutationType | None] = orm.relationship(
        foreign_keys=[SalutationTypeId], back_populates="contact_collection_by_salutation_type"
    )
    gender: orm.Mapped[Gender | None] = orm.relationship(
        foreign_keys=[GenderId], back_populates="contact_collection_by_gender"
    )
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="contact_collection_by_account"
    )
    decision_role: orm.Mapped[ContactDecisionRole | None] = orm.relationship(
        foreign_keys=[DecisionRoleId], back_populates="contact_collection_by_decision_role"
    )
    type: orm.Mapped[ContactType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="contact_collection_by_type"
    )
    job: orm.Mapped[Job | None] = orm.relationship(foreign_keys=[JobId], back_populates="contact_collection_by_job")
    department: orm.Mapped[Department | None] = orm.relationship(
        foreign_keys=[DepartmentId], back_populates="contact_collection_by_department"
    )
    address_type: orm.Mapped[AddressType | None] = orm.relationship(
        foreign_keys=[AddressTypeId], back_populates="contact_collection_by_address_type"
    )
    city: orm.Mapped[City | None] = orm.relationship(foreign_keys=[CityId], back_populates="contact_collection_by_city")
    region: orm.Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="contact_collection_by_region"
    )
    country: orm.Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="contact_collection_by_country"
    )
    twitter_afda: orm.Mapped[SocialAccount | None] = orm.relationship(
        foreign_keys=[TwitterAFDAId], back_populates="contact_collection_by_twitter_afda"
    )
    facebook_afda: orm.Mapped[SocialAccount | None] = orm.relationship(
        foreign_keys=[FacebookAFDAId], back_populates="contact_collection_by_facebook_afda"
    )
    linked_in_afda: orm.Mapped[SocialAccount | None] = orm.relationship(
        foreign_keys=[LinkedInAFDAId], back_populates="contact_collection_by_linked_in_afda"
    )
    photo: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[PhotoId], back_populates="contact_collection_by_photo"
    )
    language: orm.Mapped[SysLanguage | None] = orm.relationship(
        foreign_keys=[LanguageId], back_populates="contact_collection_by_language"
    )
    ad_campaign: orm.Mapped[AdCampaign | None] = orm.relationship(
        foreign_keys=[AdCampaignId], back_populates="contact_collection_by_ad_campaign"
    )
    customer_need: orm.Mapped[LeadType | None] = orm.relationship(
        foreign_keys=[CustomerNeedId], back_populates="contact_collection_by_customer_need"
    )
    channel: orm.Mapped[LeadMedium | None] = orm.relationship(
        foreign_keys=[ChannelId], back_populates="contact_collection_by_channel"
    )
    source: orm.Mapped[LeadSource | None] = orm.relationship(
        foreign_keys=[SourceId], back_populates="contact_collection_by_source"
    )
    register_method: orm.Mapped[RegisterMethod | None] = orm.relationship(
        foreign_keys=[RegisterMethodId], back_populates="contact_collection_by_register_method"
    )
    account_collection_by_owner: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.OwnerId", back_populates="owner", passive_deletes="all"
    )
    account_collection_by_primary_contact: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.PrimaryContactId", back_populates="primary_contact", passive_deletes="all"
    )
    activity_collection_by_author: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.AuthorId", back_populates="author", passive_deletes="all"
    )
    activity_collection_by_owner: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OwnerId", back_populates="owner", passive_deletes="all"
    )
    activity_collection_by_contact: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ContactId", back_populates="contact", passive_deletes="all"
    )
    activity_collection_by_organizer: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OrganizerId", back_populates="organizer", passive_deletes="all"
    )
    activity_collection_by_sender_contact: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.SenderContactId", back_populates="sender_contact", passive_deletes="all"
    )
    bulk_email_collection_by_owner: orm.Mapped[list[BulkEmail]] = orm.relationship(
        foreign_keys="BulkEmail.OwnerId", back_populates="owner", passive_deletes="all"
    )
    campaign_collection_by_owner: orm.Mapped[list[Campaign]] = orm.relationship(
        foreign_keys="Campaign.OwnerId", back_populates="owner", passive_deletes="all"
    )
    case_collection_by_owner: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.OwnerId", back_populates="owner", passive_deletes="all"
    )
    case_collection_by_contact: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ContactId", back_populates="contact", passive_deletes="all"
    )
    case_collection_by_holder: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.HolderId", back_populates="holder", passive_deletes="all"
    )
    change_collection_by_author: orm.Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.AuthorId", back_populates="author", passive_deletes="all"
    )
    change_collection_by_owner: orm.Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.OwnerId", back_populates="owner", passive_deletes="all"
    )
    conf_item_collection_by_owner: orm.Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.OwnerId", back_populates="owner", passive_deletes="all"
    )
    contact_collection_by_owner: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.OwnerId", back_populates="owner", passive_deletes="all"
    )
    contract_collection_by_owner: orm.Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.OwnerId", back_populates="owner", passive_deletes="all"
    )
    contract_collection_by_contact: orm.Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.ContactId", back_populates="contact", passive_deletes="all"
    )
    document_collection_by_contact: orm.Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.ContactId", back_populates="contact", passive_deletes="all"
    )
    document_collection_by_owner: orm.Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.OwnerId", back_populates="owner", passive_deletes="all"
    )
    event_collection_by_owner: orm.Mapped[list[Event]] = orm.relationship(
        foreign_keys="Event.OwnerId", back_populates="owner", passive_deletes="all"
    )
    generated_web_form_collection_by_owner: orm.Mapped[list[GeneratedWebForm]] = orm.relationship(
        foreign_keys="GeneratedWebForm.OwnerId", back_populates="owner", passive_deletes="all"
    )
    invoice_collection_by_owner: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.OwnerId", back_populates="owner", passive_deletes="all"
    )
    invoice_collection_by_contact: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.ContactId", back_populates="contact", passive_deletes="all"
    )
    lead_collection_by_qualified_contact: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.QualifiedContactId", back_populates="qualified_contact", passive_deletes="all"
    )
    lead_collection_by_owner: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.OwnerId", back_populates="owner", passive_deletes="all"
    )
    lead_collection_by_sales_owner: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.SalesOwnerId", back_populates="sales_owner", passive_deletes="all"
    )
    lead_collection_by_partner_owner: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.PartnerOwnerId", back_populates="partner_owner", passive_deletes="all"
    )
    omni_chat_collection_by_contact: orm.Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.ContactId", back_populates="contact", passive_deletes="all"
    )
    opportunity_collection_by_owner: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.OwnerId", back_populates="owner", passive_deletes="all"
    )
    opportunity_collection_by_contact: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.ContactId", back_populates="contact", passive_deletes="all"
    )
    opportunity_collection_by_decision_maker: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.DecisionMakerId", back_populates="decision_maker", passive_deletes="all"
    )
    opportunity_department_collection_by_sales_director: orm.Mapped[list[OpportunityDepartment]] = orm.relationship(
        foreign_keys="OpportunityDepartment.SalesDirectorId", back_populates="sales_director", passive_deletes="all"
    )
    order_collection_by_owner: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.OwnerId", back_populates="owner", passive_deletes="all"
    )
    order_collection_by_contact: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.ContactId", back_populates="contact", passive_deletes="all"
    )
    problem_collection_by_author: orm.Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.AuthorId", back_populates="author", passive_deletes="all"
    )
    problem_collection_by_owner: orm.Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.OwnerId", back_populates="owner", passive_deletes="all"
    )
    product_collection_by_owner: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.OwnerId", back_populates="owner", passive_deletes="all"
    )
    project_collection_by_contact: orm.Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.ContactId", back_populates="contact", passive_deletes="all"
    )
    project_collection_by_owner: orm.Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.OwnerId", back_populates="owner", passive_deletes="all"
    )
    service_item_collection_by_owner: orm.Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.OwnerId", back_populates="owner", passive_deletes="all"
    )
    service_pact_collection_by_owner: orm.Mapped[list[ServicePact]] = orm.relationship(
        foreign_keys="ServicePact.OwnerId", back_populates="owner", passive_deletes="all"
    )
    service_pact_collection_by_service_provider_contact: orm.Mapped[list[ServicePact]] = orm.relationship(
        foreign_keys="ServicePact.ServiceProviderContactId",
        back_populates="service_provider_contact",
        passive_deletes="all",
    )
    sys_admin_unit_collection_by_contact: orm.Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.ContactId", back_populates="contact", passive_deletes="all"
    )
    vw_queue_item_collection_by_operator: orm.Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.OperatorId", back_populates="operator", passive_deletes="all"
    )
    vw_queue_item_collection_by_contact: orm.Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.ContactId", back_populates="contact", passive_deletes="all"
    )


class ContactDecisionRole(Base):
    """The object ContactDecisionRole."""

    __tablename__ = "ContactDecisionRole"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_decision_role: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.DecisionRoleId", back_populates="decision_role", passive_deletes="all"
    )
    lead_collection_by_decision_role: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.DecisionRoleId", back_populates="decision_role", passive_deletes="all"
    )


class ContactSalutationType(Base):
    """The object ContactSalutationType."""

    __tablename__ = "ContactSalutationType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_salutation_type: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.SalutationTypeId", back_populates="salutation_type", passive_deletes="all"
    )
    lead_collection_by_title: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.TitleId", back_populates="title", passive_deletes="all"
    )


class ContactType(Base):
    """The object ContactType."""

    __tablename__ = "ContactType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Color: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_type: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.TypeId", back_populates="type", passive_deletes="all"
    )


class Contract(Base):
    """The object Contract."""

    __tablename__ = "Contract"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Number: orm.Mapped[str] = _filled()
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    EndDate: orm.Mapped[dt.datetime | None] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    StateId: orm.Mapped[uuid.UUID | None] = _filled()
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    SupplierBillingInfoId: orm.Mapped[uuid.UUID | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CustomerBillingInfoId: orm.Mapped[uuid.UUID | None] = _filled()
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Notes: orm.Mapped[str] = _filled()
    ParentId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contract.Id"))
    OurCompanyId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    CurrencyId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Currency.Id"))
    CurrencyRate: orm.Mapped[decimal.Decimal] = _filled()
    Amount: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryAmount: orm.Mapped[decimal.Decimal] = _filled()
    OrderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="contract_collection_by_account"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="contract_collection_by_owner"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="contract_collection_by_contact"
    )
    parent: orm.Mapped[Contract | None] = orm.relationship(
        foreign_keys=[ParentId], remote_side=[Id], back_populates="contract_collection_by_parent"
    )
    our_company: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[OurCompanyId], back_populates="contract_collection_by_our_company"
    )
    currency: orm.Mapped[Currency | None] = orm.relationship(
        foreign_keys=[CurrencyId], back_populates="contract_collection_by_currency"
    )
    order: orm.Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="contract_collection_by_order"
    )
    activity_collection_by_contract: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ContractId", back_populates="contract", passive_deletes="all"
    )
    contract_collection_by_parent: orm.Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.ParentId", back_populates="parent", passive_deletes="all"
    )
    document_collection_by_contract: orm.Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.ContractId", back_populates="contract", passive_deletes="all"
    )
    invoice_collection_by_contract: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.ContractId", back_populates="contract", passive_deletes="all"
    )


class Country(Base):
    """The object Country."""

    __tablename__ = "Country"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    BillingInfo: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    TimeZoneId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    Code: orm.Mapped[str] = _filled()
    Alpha2Code: orm.Mapped[str] = _filled()
    Image: orm.Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    time_zone: orm.Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="country_collection_by_time_zone"
    )
    account_collection_by_country: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.CountryId", back_populates="country", passive_deletes="all"
    )
    account_ownership_collection_by_country: orm.Mapped[list[AccountOwnership]] = orm.relationship(
        foreign_keys="AccountOwnership.CountryId", back_populates="country", passive_deletes="all"
    )
    city_collection_by_country: orm.Mapped[list[City]] = orm.relationship(
        foreign_keys="City.CountryId", back_populates="country", passive_deletes="all"
    )
    conf_item_collection_by_country: orm.Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.CountryId", back_populates="country", passive_deletes="all"
    )
    contact_collection_by_country: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.CountryId", back_populates="country", passive_deletes="all"
    )
    lead_collection_by_country: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.CountryId", back_populates="country", passive_deletes="all"
    )
    region_collection_by_country: orm.Mapped[list[Region]] = orm.relationship(
        foreign_keys="Region.CountryId", back_populates="country", passive_deletes="all"
    )


class Currency(Base):
    """The object Currency."""

    __tablename__ = "Currency"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    ShortName: orm.Mapped[str] = _filled()
    Symbol: orm.Mapped[str] = _filled()
    RecalcDirection: orm.Mapped[int] = _filled()
    Division: orm.Mapped[int] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    CurrecySymbolPosition: orm.Mapped[int] = _filled()
    Rate: orm.Mapped[decimal.Decimal] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contract_collection_by_currency: orm.Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.CurrencyId", back_populates="currency", passive_deletes="all"
    )
    invoice_collection_by_currency: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.CurrencyId", back_populates="currency", passive_deletes="all"
    )
    order_collection_by_currency: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.CurrencyId", back_populates="currency", passive_deletes="all"
    )
    product_collection_by_currency: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.CurrencyId", back_populates="currency", passive_deletes="all"
    )


class DeliveryType(Base):
    """The object DeliveryType."""

    __tablename__ = "DeliveryType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_delivery_type: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.DeliveryTypeId", back_populates="delivery_type", passive_deletes="all"
    )


class Department(Base):
    """The object Department."""

    __tablename__ = "Department"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_department: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.DepartmentId", back_populates="department", passive_deletes="all"
    )
    lead_collection_by_department: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.DepartmentId", back_populates="department", passive_deletes="all"
    )


class Document(Base):
    """The object Document."""

    __tablename__ = "Document"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Number: orm.Mapped[str] = _filled()
    Date: orm.Mapped[dt.datetime | None] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Notes: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    PaymentAmount: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryPaymentAmount: orm.Mapped[decimal.Decimal] = _filled()
    PaymentDate: orm.Mapped[dt.datetime | None] = _filled()
    OpportunityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    StateId: orm.Mapped[uuid.UUID | None] = _filled()
    ProjectId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Project.Id"))
    ContractId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contract.Id"))
    OrderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="document_collection_by_account"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="document_collection_by_contact"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="document_collection_by_owner"
    )
    opportunity: orm.Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="document_collection_by_opportunity"
    )
    project: orm.Mapped[Project | None] = orm.relationship(
        foreign_keys=[ProjectId], back_populates="document_collection_by_project"
    )
    contract: orm.Mapped[Contract | None] = orm.relationship(
        foreign_keys=[ContractId], back_populates="document_collection_by_contract"
    )
    order: orm.Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="document_collection_by_order"
    )
    activity_collection_by_document: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.DocumentId", back_populates="document", passive_deletes="all"
    )


class EmailSendStatus(Base):
    """The object EmailSendStatus."""

    __tablename__ = "EmailSendStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_email_send_status: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.EmailSendStatusId", back_populates="email_send_status", passive_deletes="all"
    )


class EmailType(Base):
    """The object EmailType."""

    __tablename__ = "EmailType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_message_type: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.MessageTypeId", back_populates="message_type", passive_deletes="all"
    )


class EnrchEmailData(Base):
    """The object EnrchEmailData."""

    __tablename__ = "EnrchEmailData"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    JsonData: orm.Mapped[str] = _filled()
    Hash: orm.Mapped[str] = _filled()
    Status: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_enrch_email_data: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.EnrchEmailDataId", back_populates="enrch_email_data", passive_deletes="all"
    )


class Event(Base):
    """The object Event."""

    __tablename__ = "Event"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    EndDate: orm.Mapped[dt.datetime | None] = _filled()
    Goal: orm.Mapped[str] = _filled()
    TerritoryId: orm.Mapped[uuid.UUID | None] = _filled()
    IndustryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountIndustry.Id"))
    ActualResponse: orm.Mapped[str] = _filled()
    PrimaryBudgetedCost: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryExpectedRevenue: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryActualCost: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryActualRevenue: orm.Mapped[decimal.Decimal] = _filled()
    Notes: orm.Mapped[str] = _filled()
    LastActualizeDate: orm.Mapped[dt.datetime | None] = _filled()
    RecipientCount: orm.Mapped[int] = _filled()
    ActualizeStatusId: orm.Mapped[uuid.UUID | None] = _filled()
    CampaignId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Campaign.Id"))
    SegmentsStatusId: orm.Mapped[uuid.UUID | None] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="event_collection_by_owner"
    )
    industry: orm.Mapped[AccountIndustry | None] = orm.relationship(
        foreign_keys=[IndustryId], back_populates="event_collection_by_industry"
    )
    campaign: orm.Mapped[Campaign | None] = orm.relationship(
        foreign_keys=[CampaignId], back_populates="event_collection_by_campaign"
    )
    activity_collection_by_event: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.EventId", back_populates="event", passive_deletes="all"
    )
    lead_collection_by_event: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.EventId", back_populates="event", passive_deletes="all"
    )


class Gender(Base):
    """The object Gender."""

    __tablename__ = "Gender"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_gender: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.GenderId", back_populates="gender", passive_deletes="all"
    )
    lead_collection_by_gender: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.GenderId", back_populates="gender", passive_deletes="all"
    )


class GeneratedWebForm(Base):
    """The object GeneratedWebForm."""

    __tablename__ = "GeneratedWebForm"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ExternalURL: orm.Mapped[str] = _filled()
    ReturnURL: orm.Mapped[str] = _filled()
    EntityDefaultValues: orm.Mapped[str] = _filled()
    FormFields: orm.Mapped[str] = _filled()
    Body: orm.Mapped[str] = _filled()
    StateId: orm.Mapped[uuid.UUID | None] = _filled()
    Notes: orm.Mapped[str] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CreateContact: orm.Mapped[bool] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    IdentificationProcessId: orm.Mapped[uuid.UUID | None] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="generated_web_form_collection_by_owner"
    )
    lead_collection_by_web_form: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.WebFormId", back_populates="web_form", passive_deletes="all"
    )


class InformationSource(Base):
    """The object InformationSource."""

    __tablename__ = "InformationSource"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_information_source: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.InformationSourceId", back_populates="information_source", passive_deletes="all"
    )


class Invoice(Base):
    """The object Invoice."""

    __tablename__ = "Invoice"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Number: orm.Mapped[str] = _filled()
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    PrimaryAmount: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryPaymentAmount: orm.Mapped[decimal.Decimal] = _filled()
    PaymentStatusId: orm.Mapped[uuid.UUID | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    SupplierBillingInfoId: orm.Mapped[uuid.UUID | None] = _filled()
    RemindToOwner: orm.Mapped[bool] = _filled()
    RemindToOwnerDate: orm.Mapped[dt.datetime | None] = _filled()
    CustomerBillingInfoId: orm.Mapped[uuid.UUID | None] = _filled()
    CurrencyId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Currency.Id"))
    CurrencyRate: orm.Mapped[decimal.Decimal] = _filled()
    Amount: orm.Mapped[decimal.Decimal] = _filled()
    DueDate: orm.Mapped[dt.datetime | None] = _filled()
    PaymentAmount: orm.Mapped[decimal.Decimal] = _filled()
    Notes: orm.Mapped[str] = _filled()
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    SupplierId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ProcessListeners: orm.Mapped[int] = _filled()
    ProjectId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Project.Id"))
    OpportunityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    ContractId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contract.Id"))
    OrderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    AmountWithoutTax: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryAmountWithoutTax: orm.Mapped[decimal.Decimal] = _filled()
    PaymentAmountWithoutTax: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryPaymentAmountWithoutTax: orm.Mapped[decimal.Decimal] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="invoice_collection_by_owner"
    )
    currency: orm.Mapped[Currency | None] = orm.relationship(
        foreign_keys=[CurrencyId], back_populates="invoice_collection_by_currency"
    )
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="invoice_collection_by_account"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="invoice_collection_by_contact"
    )
    supplier: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[SupplierId], back_populates="invoice_collection_by_supplier"
    )
    project: orm.Mapped[Project | None] = orm.relationship(
        foreign_keys=[ProjectId], back_populates="invoice_collection_by_project"
    )
    opportunity: orm.Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="invoice_collection_by_opportunity"
    )
    contract: orm.Mapped[Contract | None] = orm.relationship(
        foreign_keys=[ContractId], back_populates="invoice_collection_by_contract"
    )
    order: orm.Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="invoice_collection_by_order"
    )
    activity_collection_by_invoice: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.InvoiceId", back_populates="invoice", passive_deletes="all"
    )


class Job(Base):
    """The object Job."""

    __tablename__ = "Job"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_job: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.JobId", back_populates="job", passive_deletes="all"
    )
    lead_collection_by_job: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.JobId", back_populates="job", passive_deletes="all"
    )


class Lead(Base):
    """The object Lead."""

    __tablename__ = "Lead"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Notes: orm.Mapped[str] = _filled()
    Account_: orm.Mapped[str] = _filled("Account")
    Contact_: orm.Mapped[str] = _filled("Contact")
    TitleId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactSalutationType.Id"))
    FullJobTitle: orm.Mapped[str] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadStatus.Id"))
    InformationSourceId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("InformationSource.Id"))
    IndustryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountIndustry.Id"))
    AnnualRevenueId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountAnnualRevenue.Id"))
    EmployeesNumberId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountEmployeesNumber.Id"))
    BusinesPhone: orm.Mapped[str] = _filled()
    MobilePhone: orm.Mapped[str] = _filled()
    Email: orm.Mapped[str] = _filled()
    Fax: orm.Mapped[str] = _filled()
    Website: orm.Mapped[str] = _filled()
    AddressTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AddressType.Id"))
    CountryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    RegionId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    CityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("City.Id"))
    Zip: orm.Mapped[str] = _filled()
    Address: orm.Mapped[str] = _filled()
    DoNotUseEmail: orm.Mapped[bool] = _filled()
    DoNotUsePhone: orm.Mapped[bool] = _filled()
    DoNotUseFax: orm.Mapped[bool] = _filled()
    DoNotUseSMS: orm.Mapped[bool] = _filled()
    DoNotUseMail: orm.Mapped[bool] = _filled()
    Commentary: orm.Mapped[str] = _filled()
    QualifiedContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    QualifiedAccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    LeadName: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    CountryStr: orm.Mapped[str] = _filled()
    RegionStr: orm.Mapped[str] = _filled()
    CityStr: orm.Mapped[str] = _filled()
    WebFormId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("GeneratedWebForm.Id"))
    LeadTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadType.Id"))
    LeadTypeStatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadTypeStatus.Id"))
    LeadDisqualifyReasonId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadDisqualifyReason.Id"))
    AccountCategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountCategory.Id"))
    AccountOwnershipId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountOwnership.Id"))
    DepartmentId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Department.Id"))
    GenderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Gender.Id"))
    JobId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Job.Id"))
    DecisionRoleId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactDecisionRole.Id"))
    QualifyStatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("QualifyStatus.Id"))
    Dear: orm.Mapped[str] = _filled()
    QualificationProcessId: orm.Mapped[uuid.UUID | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    RemindToOwner: orm.Mapped[bool] = _filled()
    SalesOwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Budget: orm.Mapped[decimal.Decimal] = _filled()
    MeetingDate: orm.Mapped[dt.datetime | None] = _filled()
    DecisionDate: orm.Mapped[dt.datetime | None] = _filled()
    ShowDistributionPage: orm.Mapped[bool] = _filled()
    BpmHref: orm.Mapped[str] = _filled()
    BpmRef: orm.Mapped[str] = _filled()
    RegisterMethodId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadRegisterMethod.Id"))
    LeadSourceId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadSource.Id"))
    LeadMediumId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadMedium.Id"))
    OpportunityDepartmentId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityDepartment.Id"))
    IdentificationPassed: orm.Mapped[bool] = _filled()
    CampaignId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Campaign.Id"))
    BulkEmailId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("BulkEmail.Id"))
    Qualified: orm.Mapped[int] = _filled()
    SaleParticipant: orm.Mapped[int] = _filled()
    QualifiedPercent: orm.Mapped[decimal.Decimal] = _filled()
    SalePercent: orm.Mapped[decimal.Decimal] = _filled()
    StartLeadManagementProcess: orm.Mapped[bool] = _filled()
    SaleType: orm.Mapped[str] = _filled()
    Score: orm.Mapped[decimal.Decimal] = _filled()
    QualificationPassed: orm.Mapped[bool] = _filled()
    EventId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Event.Id"))
    NextActualizationDate: orm.Mapped[dt.datetime | None] = _filled()
    BpmSessionId: orm.Mapped[uuid.UUID | None] = _filled()
    PredictiveScore: orm.Mapped[int] = _filled()
    MovedToFinalStateOn: orm.Mapped[dt.datetime | None] = _filled()
    OpportunityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    PartnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    PartnerOwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    PartnerTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("PartnerType.Id"))
    GroupId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    LeadTypeDetailsId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadTypeDetails.Id"))
    UtmCampaignStr: orm.Mapped[str] = _filled()
    UtmSourceStr: orm.Mapped[str] = _filled()
    UtmMediumStr: orm.Mapped[str] = _filled()
    UtmContentStr: orm.Mapped[str] = _filled()
    UtmTermStr: orm.Mapped[str] = _filled()
    SalesChannelId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityType.Id"))
    ProductSuggestions: orm.Mapped[str] = _filled()
    BusinessCase: orm.Mapped[str] = _filled()
    ClosingDetails: orm.Mapped[str] = _filled()
    LeadGenExtendedLeadInfoId: orm.Mapped[uuid.UUID | None] = _filled(
        sa.ForeignKey("LeadGenExtendedLeadInformation.Id")
    )
    SocialMetadata: orm.Mapped[str] = _filled()
    OrderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    title: orm.Mapped[ContactSalutationType | None] = orm.relationship(
        foreign_keys=[TitleId], back_populates="lead_collection_by_title"
    )
    status: orm.Mapped[LeadStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="lead_collection_by_status"
    )
    information_source: orm.Mapped[InformationSource | None] = orm.relationship(
        foreign_keys=[InformationSourceId], back_populates="lead_collection_by_information_source"
    )
    industry: orm.Mapped[AccountIndustry | None] = orm.relationship(
        foreign_keys=[IndustryId], back_populates="lead_collection_by_industry"
    )
    annual_revenue: orm.Mapped[AccountAnnualRevenue | None] = orm.relationship(
        foreign_keys=[AnnualRevenueId], back_populates="lead_collection_by_annual_revenue"
    )
    employees_number: orm.Mapped[AccountEmployeesNumber | None] = orm.relationship(
        foreign_keys=[EmployeesNumberId], back_populates="lead_collection_by_employees_number"
    )
    address_type: orm.Mapped[AddressType | None] = orm.relationship(
        foreign_keys=[AddressTypeId], back_populates="lead_collection_by_address_type"
    )
    country: orm.Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="lead_collection_by_country"
    )
    region: orm.Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="lead_collection_by_region"
    )
    city: orm.Mapped[City | None] = orm.relationship(foreign_keys=[CityId], back_populates="lead_collection_by_city")
    qualified_contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[QualifiedContactId], back_populates="lead_collection_by_qualified_contact"
    )
    qualified_account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[QualifiedAccountId], back_populates="lead_collection_by_qualified_account"
    )
    web_form: orm.Mapped[GeneratedWebForm | None] = orm.relationship(
        foreign_keys=[WebFormId], back_populates="lead_collection_by_web_form"
    )
    lead_type: orm.Mapped[LeadType | None] = orm.relationship(
        foreign_keys=[LeadTypeId], back_populates="lead_collection_by_lead_type"
    )
    lead_type_status: orm.Mapped[LeadTypeStatus | None] = orm.relationship(
        foreign_keys=[LeadTypeStatusId], back_populates="lead_collection_by_lead_type_status"
    )
    lead_disqualify_reason: orm.Mapped[LeadDisqualifyReason | None] = orm.relationship(
        foreign_keys=[LeadDisqualifyReasonId], back_populates="lead_collection_by_lead_disqualify_reason"
    )
    account_category: orm.Mapped[AccountCategory | None] = orm.relationship(
        foreign_keys=[AccountCategoryId], back_populates="lead_collection_by_account_category"
    )
    account_ownership: orm.Mapped[AccountOwnership | None] = orm.relationship(
        foreign_keys=[AccountOwnershipId], back_populates="lead_collection_by_account_ownership"
    )
    department: orm.Mapped[Department | None] = orm.relationship(
        foreign_keys=[DepartmentId], back_populates="lead_collection_by_department"
    )
    gender: orm.Mapped[Gender | None] = orm.relationship(
        foreign_keys=[GenderId], back_populates="lead_collection_by_gender"
    )
    job: orm.Mapped[Job | None] = orm.relationship(foreign_keys=[JobId], back_populates="lead_collection_by_job")
    decision_role: orm.Mapped[ContactDecisionRole | None] = orm.relationship(
        foreign_keys=[DecisionRoleId], back_populates="lead_collection_by_decision_role"
    )
    qualify_status: orm.Mapped[QualifyStatus | None] = orm.relationship(
        foreign_keys=[QualifyStatusId], back_populates="lead_collection_by_qualify_status"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="lead_collection_by_owner"
    )
    sales_owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[SalesOwnerId], back_populates="lead_collection_by_sales_owner"
    )
    register_method: orm.Mapped[LeadRegisterMethod | None] = orm.relationship(
        foreign_keys=[RegisterMethodId], back_populates="lead_collection_by_register_method"
    )
    lead_source: orm.Mapped[LeadSource | None] = orm.relationship(
        foreign_keys=[LeadSourceId], back_populates="lead_collection_by_lead_source"
    )
    lead_medium: orm.Mapped[LeadMedium | None] = orm.relationship(
        foreign_keys=[LeadMediumId], back_populates="lead_collection_by_lead_medium"
    )
    opportunity_department: orm.Mapped[OpportunityDepartment | None] = orm.relationship(
        foreign_keys=[OpportunityDepartmentId], back_populates="lead_collection_by_opportunity_department"
    )
    campaign: orm.Mapped[Campaign | None] = orm.relationship(
        foreign_keys=[CampaignId], back_populates="lead_collection_by_campaign"
    )
    bulk_email: orm.Mapped[BulkEmail | None] = orm.relationship(
        foreign_keys=[BulkEmailId], back_populates="lead_collection_by_bulk_email"
    )
    event: orm.Mapped[Event | None] = orm.relationship(
        foreign_keys=[EventId], back_populates="lead_collection_by_event"
    )
    opportunity: orm.Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="lead_collection_by_opportunity"
    )
    partner: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[PartnerId], back_populates="lead_collection_by_partner"
    )
    partner_owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[PartnerOwnerId], back_populates="lead_collection_by_partner_owner"
    )
    partner_type: orm.Mapped[PartnerType | None] = orm.relationship(
        foreign_keys=[PartnerTypeId], back_populates="lead_collection_by_partner_type"
    )
    group: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="lead_collection_by_group"
    )
    lead_type_details: orm.Mapped[LeadTypeDetails | None] = orm.relationship(
        foreign_keys=[LeadTypeDetailsId], back_populates="lead_collection_by_lead_type_details"
    )
    sales_channel: orm.Mapped[OpportunityType | None] = orm.relationship(
        foreign_keys=[SalesChannelId], back_populates="lead_collection_by_sales_channel"
    )
    lead_gen_extended_lead_info: orm.Mapped[LeadGenExtendedLeadInformation | None] = orm.relationship(
        foreign_keys=[LeadGenExtendedLeadInfoId], back_populates="lead_collection_by_lead_gen_extended_lead_info"
    )
    order: orm.Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="lead_collection_by_order"
    )
    activity_collection_by_lead: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.LeadId", back_populates="lead", passive_deletes="all"
    )
    omni_chat_collection_by_lead: orm.Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.LeadId", back_populates="lead", passive_deletes="all"
    )


class LeadDisqualifyReason(Base):
    """The object LeadDisqualifyReason."""

    __tablename__ = "LeadDisqualifyReason"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_lead_disqualify_reason: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadDisqualifyReasonId", back_populates="lead_disqualify_reason", passive_deletes="all"
    )


class LeadGenExtendedLeadInformation(Base):
    """The object LeadGenExtendedLeadInformation."""

    __tablename__ = "LeadGenExtendedLeadInformation"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    SocialLeadId: orm.Mapped[str] = _filled()
    IsOrganicFacebook: orm.Mapped[bool] = _filled()
    FacebookPlatform: orm.Mapped[str] = _filled()
    LeadGenLeadFormsId: orm.Mapped[uuid.UUID | None] = _filled()
    LeadGenCampaignGroupsId: orm.Mapped[uuid.UUID | None] = _filled()
    LeadGenCampaignsId: orm.Mapped[uuid.UUID | None] = _filled()
    LeadGenAdSetsId: orm.Mapped[uuid.UUID | None] = _filled()
    LeadGenAdsId: orm.Mapped[uuid.UUID | None] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_lead_gen_extended_lead_info: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadGenExtendedLeadInfoId",
        back_populates="lead_gen_extended_lead_info",
        passive_deletes="all",
    )


class LeadMedium(Base):
    """The object LeadMedium."""

    __tablename__ = "LeadMedium"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_channel: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.ChannelId", back_populates="channel", passive_deletes="all"
    )
    lead_collection_by_lead_medium: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadMediumId", back_populates="lead_medium", passive_deletes="all"
    )
    lead_source_collection_by_lead_medium: orm.Mapped[list[LeadSource]] = orm.relationship(
        foreign_keys="LeadSource.LeadMediumId", back_populates="lead_medium", passive_deletes="all"
    )


class LeadRegisterMethod(Base):
    """The object LeadRegisterMethod."""

    __tablename__ = "LeadRegisterMethod"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_register_method: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.RegisterMethodId", back_populates="register_method", passive_deletes="all"
    )


class LeadSource(Base):
    """The object LeadSource."""

    __tablename__ = "LeadSource"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    LeadMediumId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadMedium.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_medium: orm.Mapped[LeadMedium | None] = orm.relationship(
        foreign_keys=[LeadMediumId], back_populates="lead_source_collection_by_lead_medium"
    )
    contact_collection_by_source: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.SourceId", back_populates="source", passive_deletes="all"
    )
    lead_collection_by_lead_source: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadSourceId", back_populates="lead_source", passive_deletes="all"
    )


class LeadStatus(Base):
    """The object LeadStatus."""

    __tablename__ = "LeadStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Active: orm.Mapped[bool] = _filled()
    Color: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_status: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.StatusId", back_populates="status", passive_deletes="all"
    )


class LeadType(Base):
    """The object LeadType."""

    __tablename__ = "LeadType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    ImageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="lead_type_collection_by_image"
    )
    contact_collection_by_customer_need: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.CustomerNeedId", back_populates="customer_need", passive_deletes="all"
    )
    lead_collection_by_lead_type: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadTypeId", back_populates="lead_type", passive_deletes="all"
    )
    opportunity_collection_by_lead_type: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.LeadTypeId", back_populates="lead_type", passive_deletes="all"
    )


class LeadTypeDetails(Base):
    """The object LeadTypeDetails."""

    __tablename__ = "LeadTypeDetails"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_lead_type_details: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadTypeDetailsId", back_populates="lead_type_details", passive_deletes="all"
    )


class LeadTypeStatus(Base):
    """The object LeadTypeStatus."""

    __tablename__ = "LeadTypeStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Value: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_lead_type_status: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadTypeStatusId", back_populates="lead_type_status", passive_deletes="all"
    )


class OmniChat(Base):
    """The object OmniChat."""

    __tablename__ = "OmniChat"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    Notes: orm.Mapped[str] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    CloseDate: orm.Mapped[dt.datetime | None] = _filled()
    ChatPreview: orm.Mapped[str] = _filled()
    Conversation: orm.Mapped[str] = _filled()
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ChannelId: orm.Mapped[uuid.UUID | None] = _filled()
    OperatorId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    UnprocessedMsgCount: orm.Mapped[int] = _filled()
    ChatStartDate: orm.Mapped[dt.datetime | None] = _filled()
    ChatEndDate: orm.Mapped[dt.datetime | None] = _filled()
    FirstReplyTime: orm.Mapped[int] = _filled()
    AcceptDate: orm.Mapped[dt.datetime | None] = _filled()
    DirectedOperatorId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ChatDuration: orm.Mapped[int] = _filled()
    CompletionDate: orm.Mapped[dt.datetime | None] = _filled()
    CaseId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Case.Id"))
    ParentId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OmniChat.Id"))
    LastMessageDirection: orm.Mapped[int] = _filled()
    QueueId: orm.Mapped[uuid.UUID | None] = _filled()
    LeadId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Lead.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="omni_chat_collection_by_contact"
    )
    operator: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[OperatorId], back_populates="omni_chat_collection_by_operator"
    )
    directed_operator: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[DirectedOperatorId], back_populates="omni_chat_collection_by_directed_operator"
    )
    case: orm.Mapped[Case | None] = orm.relationship(
        foreign_keys=[CaseId], back_populates="omni_chat_collection_by_case"
    )
    parent: orm.Mapped[OmniChat | None] = orm.relationship(
        foreign_keys=[ParentId], remote_side=[Id], back_populates="omni_chat_collection_by_parent"
    )
    lead: orm.Mapped[Lead | None] = orm.relationship(
        foreign_keys=[LeadId], back_populates="omni_chat_collection_by_lead"
    )
    activity_collection_by_omni_chat: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OmniChatId", back_populates="omni_chat", passive_deletes="all"
    )
    omni_chat_collection_by_parent: orm.Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.ParentId", back_populates="parent", passive_deletes="all"
    )


class Opportunity(Base):
    """The object Opportunity."""

    __tablename__ = "Opportunity"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    Title: orm.Mapped[str] = _filled()
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityType.Id"))
    StageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityStage.Id"))
    DueDate: orm.Mapped[dt.datetime | None] = _filled()
    CloseReasonId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityCloseReason.Id"))
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Notes: orm.Mapped[str] = _filled()
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityCategory.Id"))
    MoodId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityMood.Id"))
    IsPrimary: orm.Mapped[bool] = _filled()
    PartnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    Budget: orm.Mapped[decimal.Decimal] = _filled()
    Probability: orm.Mapped[int] = _filled()
    Amount: orm.Mapped[decimal.Decimal] = _filled()
    SourceId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunitySource.Id"))
    ResponsibleDepartmentId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityDepartment.Id"))
    Weaknesses: orm.Mapped[str] = _filled()
    Strength: orm.Mapped[str] = _filled()
    Tactic: orm.Mapped[str] = _filled()
    CheckDate: orm.Mapped[dt.datetime | None] = _filled()
    ProcessId: orm.Mapped[uuid.UUID | None] = _filled()
    WinnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Completeness: orm.Mapped[int] = _filled()
    Description: orm.Mapped[str] = _filled()
    LeadTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadType.Id"))
    PredictiveProbability: orm.Mapped[int] = _filled()
    MoodValue: orm.Mapped[int] = _filled()
    GroupId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ProductSuggestions: orm.Mapped[str] = _filled()
    BuyingProcess: orm.Mapped[str] = _filled()
    WhyNow: orm.Mapped[str] = _filled()
    Why: orm.Mapped[str] = _filled()
    What: orm.Mapped[str] = _filled()
    EngagementTactic: orm.Mapped[str] = _filled()
    WhyOurCompany: orm.Mapped[str] = _filled()
    ForecastCommit: orm.Mapped[bool] = _filled()
    DecisionMakerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ClosingDetails: orm.Mapped[str] = _filled()
    ByProcess: orm.Mapped[bool] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    type: orm.Mapped[OpportunityType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="opportunity_collection_by_type"
    )
    stage: orm.Mapped[OpportunityStage | None] = orm.relationship(
        foreign_keys=[StageId], back_populates="opportunity_collection_by_stage"
    )
    close_reason: orm.Mapped[OpportunityCloseReason | None] = orm.relationship(
        foreign_keys=[CloseReasonId], back_populates="opportunity_collection_by_close_reason"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="opportunity_collection_by_owner"
    )
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="opportunity_collection_by_account"
    )
    category: orm.Mapped[OpportunityCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="opportunity_collection_by_category"
    )
    mood: orm.Mapped[OpportunityMood | None] = orm.relationship(
        foreign_keys=[MoodId], back_populates="opportunity_collection_by_mood"
    )
    partner: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[PartnerId], back_populates="opportunity_collection_by_partner"
    )
    source: orm.Mapped[OpportunitySource | None] = orm.relationship(
        foreign_keys=[SourceId], back_populates="opportunity_collection_by_source"
    )
    responsible_department: orm.Mapped[OpportunityDepartment | None] = orm.relationship(
        foreign_keys=[ResponsibleDepartmentId], back_populates="opportunity_collection_by_responsible_department"
    )
    winner: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[WinnerId], back_populates="opportunity_collection_by_winner"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="opportunity_collection_by_contact"
    )
    lead_type: orm.Mapped[LeadType | None] = orm.relationship(
        foreign_keys=[LeadTypeId], back_populates="opportunity_collection_by_lead_type"
    )
    group: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="opportunity_collection_by_group"
    )
    decision_maker: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[DecisionMakerId], back_populates="opportunity_collection_by_decision_maker"
    )
    activity_collection_by_opportunity: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    document_collection_by_opportunity: orm.Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    invoice_collection_by_opportunity: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    lead_collection_by_opportunity: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    order_collection_by_opportunity: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    project_collection_by_opportunity: orm.Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )


class OpportunityCategory(Base):
    """The object OpportunityCategory."""

    __tablename__ = "OpportunityCategory"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    opportunity_collection_by_category: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.CategoryId", back_populates="category", passive_deletes="all"
    )


class OpportunityCloseReason(Base):
    """The object OpportunityCloseReason."""

    __tablename__ = "OpportunityCloseReason"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    opportunity_collection_by_close_reason: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.CloseReasonId", back_populates="close_reason", passive_deletes="all"
    )


class OpportunityDepartment(Base):
    """The object OpportunityDepartment."""

    __tablename__ = "OpportunityDepartment"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    SysAdminUnitId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    SalesDirectorId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    sys_admin_unit: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[SysAdminUnitId], back_populates="opportunity_department_collection_by_sys_admin_unit"
    )
    sales_director: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[SalesDirectorId], back_populates="opportunity_department_collection_by_sales_director"
    )
    lead_collection_by_opportunity_department: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.OpportunityDepartmentId", back_populates="opportunity_department", passive_deletes="all"
    )
    opportunity_collection_by_responsible_department: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.ResponsibleDepartmentId",
        back_populates="responsible_department",
        passive_deletes="all",
    )


class OpportunityMood(Base):
    """The object OpportunityMood."""

    __tablename__ = "OpportunityMood"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    ImageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    Position: orm.Mapped[int] = _filled()
    Percent: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="opportunity_mood_collection_by_image"
    )
    opportunity_collection_by_mood: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.MoodId", back_populates="mood", passive_deletes="all"
    )


class OpportunitySource(Base):
    """The object OpportunitySource."""

    __tablename__ = "OpportunitySource"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    opportunity_collection_by_source: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.SourceId", back_populates="source", passive_deletes="all"
    )


class OpportunityStage(Base):
    """The object OpportunityStage."""

    __tablename__ = "OpportunityStage"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    End: orm.Mapped[bool] = _filled()
    Successful: orm.Mapped[bool] = _filled()
    Number: orm.Mapped[int] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    MaxProbability: orm.Mapped[int] = _filled()
    NextStepTerm: orm.Mapped[int] = _filled()
    ShowInFunnel: orm.Mapped[bool] = _filled()
    Color: orm.Mapped[str] = _filled()
    ShowInProgressBar: orm.Mapped[bool] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    opportunity_collection_by_stage: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.StageId", back_populates="stage", passive_deletes="all"
    )


class OpportunityType(Base):
    """The object OpportunityType."""

    __tablename__ = "OpportunityType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_sales_channel: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.SalesChannelId", back_populates="sales_channel", passive_deletes="all"
    )
    opportunity_collection_by_type: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.TypeId", back_populates="type", passive_deletes="all"
    )


class Order(Base):
    """The object Order."""

    __tablename__ = "Order"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Number: orm.Mapped[str] = _filled()
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    Date: orm.Mapped[dt.datetime | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    StatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OrderStatus.Id"))
    PaymentStatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OrderPaymentStatus.Id"))
    DeliveryStatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OrderDeliveryStatus.Id"))
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    DueDate: orm.Mapped[dt.datetime | None] = _filled()
    ActualDate: orm.Mapped[dt.datetime | None] = _filled()
    CurrencyId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Currency.Id"))
    CurrencyRate: orm.Mapped[decimal.Decimal] = _filled()
    Amount: orm.Mapped[decimal.Decimal] = _filled()
    PaymentAmount: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryAmount: orm.Mapped[decimal.Decimal] = _filled()
    PrimaryPaymentAmount: orm.Mapped[decimal.Decimal] = _filled()
    SourceOrderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SourceOrder.Id"))
    Notes: orm.Mapped[str] = _filled()
    OpportunityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    DeliveryAddress: orm.Mapped[str] = _filled()
    DeliveryTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("DeliveryType.Id"))
    PaymentTypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("PaymentType.Id"))
    ReceiverName: orm.Mapped[str] = _filled()
    Comment: orm.Mapped[str] = _filled()
    ContactNumber: orm.Mapped[str] = _filled()
    UsrComment: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="order_collection_by_account"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="order_collection_by_owner"
    )
    status: orm.Mapped[OrderStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="order_collection_by_status"
    )
    payment_status: orm.Mapped[OrderPaymentStatus | None] = orm.relationship(
        foreign_keys=[PaymentStatusId], back_populates="order_collection_by_payment_status"
    )
    delivery_status: orm.Mapped[OrderDeliveryStatus | None] = orm.relationship(
        foreign_keys=[DeliveryStatusId], back_populates="order_collection_by_delivery_status"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="order_collection_by_contact"
    )
    currency: orm.Mapped[Currency | None] = orm.relationship(
        foreign_keys=[CurrencyId], back_populates="order_collection_by_currency"
    )
    source_order: orm.Mapped[SourceOrder | None] = orm.relationship(
        foreign_keys=[SourceOrderId], back_populates="order_collection_by_source_order"
    )
    opportunity: orm.Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="order_collection_by_opportunity"
    )
    delivery_type: orm.Mapped[DeliveryType | None] = orm.relationship(
        foreign_keys=[DeliveryTypeId], back_populates="order_collection_by_delivery_type"
    )
    payment_type: orm.Mapped[PaymentType | None] = orm.relationship(
        foreign_keys=[PaymentTypeId], back_populates="order_collection_by_payment_type"
    )
    activity_collection_by_order: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OrderId", back_populates="order", passive_deletes="all"
    )
    contract_collection_by_order: orm.Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.OrderId", back_populates="order", passive_deletes="all"
    )
    document_collection_by_order: orm.Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.OrderId", back_populates="order", passive_deletes="all"
    )
    invoice_collection_by_order: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.OrderId", back_populates="order", passive_deletes="all"
    )
    lead_collection_by_order: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.OrderId", back_populates="order", passive_deletes="all"
    )
    vw_queue_item_collection_by_order: orm.Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.OrderId", back_populates="order", passive_deletes="all"
    )


class OrderDeliveryStatus(Base):
    """The object OrderDeliveryStatus."""

    __tablename__ = "OrderDeliveryStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Position: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_delivery_status: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.DeliveryStatusId", back_populates="delivery_status", passive_deletes="all"
    )


class OrderPaymentStatus(Base):
    """The object OrderPaymentStatus."""

    __tablename__ = "OrderPaymentStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Position: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_payment_status: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.PaymentStatusId", back_populates="payment_status", passive_deletes="all"
    )


class OrderStatus(Base):
    """The object OrderStatus."""

    __tablename__ = "OrderStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Position: orm.Mapped[int] = _filled()
    FinalStatus: orm.Mapped[bool] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_status: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.StatusId", back_populates="status", passive_deletes="all"
    )


class PartnerType(Base):
    """The object PartnerType."""

    __tablename__ = "PartnerType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_partner_type: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.PartnerTypeId", back_populates="partner_type", passive_deletes="all"
    )


class PaymentType(Base):
    """The object PaymentType."""

    __tablename__ = "PaymentType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_payment_type: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.PaymentTypeId", back_populates="payment_type", passive_deletes="all"
    )


class Pricelist(Base):
    """The object Pricelist."""

    __tablename__ = "Pricelist"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_price_list: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.PriceListId", back_populates="price_list", passive_deletes="all"
    )


class Problem(Base):
    """The object Problem."""

    __tablename__ = "Problem"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    Number: orm.Mapped[str] = _filled()
    AuthorId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    RegisteredOn: orm.Mapped[dt.datetime | None] = _filled()
    Symptoms: orm.Mapped[str] = _filled()
    PriorityId: orm.Mapped[uuid.UUID | None] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    GroupId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ConfItemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ConfItem.Id"))
    Solution: orm.Mapped[str] = _filled()
    ServiceItemId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServiceItem.Id"))
    SolutionPlanedOn: orm.Mapped[dt.datetime | None] = _filled()
    SolutionProvidedOn: orm.Mapped[dt.datetime | None] = _filled()
    ClosureDate: orm.Mapped[dt.datetime | None] = _filled()
    ChangeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Change.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    author: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[AuthorId], back_populates="problem_collection_by_author"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="problem_collection_by_owner"
    )
    group: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="problem_collection_by_group"
    )
    conf_item: orm.Mapped[ConfItem | None] = orm.relationship(
        foreign_keys=[ConfItemId], back_populates="problem_collection_by_conf_item"
    )
    service_item: orm.Mapped[ServiceItem | None] = orm.relationship(
        foreign_keys=[ServiceItemId], back_populates="problem_collection_by_service_item"
    )
    change: orm.Mapped[Change | None] = orm.relationship(
        foreign_keys=[ChangeId], back_populates="problem_collection_by_change"
    )
    activity_collection_by_problem: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ProblemId", back_populates="problem", passive_deletes="all"
    )
    case_collection_by_problem: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ProblemId", back_populates="problem", passive_deletes="all"
    )


class Product(Base):
    """The object Product."""

    __tablename__ = "Product"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    UnitId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Unit.Id"))
    CurrencyId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Currency.Id"))
    Price: orm.Mapped[decimal.Decimal] = _filled()
    TaxId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Tax.Id"))
    URL: orm.Mapped[str] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ProductType.Id"))
    Active: orm.Mapped[bool] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Description: orm.Mapped[str] = _filled()
    ProductSourceId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ProductSource.Id"))
    Notes: orm.Mapped[str] = _filled()
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ProductCategory.Id"))
    TradeMarkId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TradeMark.Id"))
    GeneralConditions: orm.Mapped[str] = _filled()
    PictureId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    IsArchive: orm.Mapped[bool] = _filled()
    ShortDescription: orm.Mapped[str] = _filled()
    Benefits: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    unit: orm.Mapped[Unit | None] = orm.relationship(foreign_keys=[UnitId], back_populates="product_collection_by_unit")
    currency: orm.Mapped[Currency | None] = orm.relationship(
        foreign_keys=[CurrencyId], back_populates="product_collection_by_currency"
    )
    tax: orm.Mapped[Tax | None] = orm.relationship(foreign_keys=[TaxId], back_populates="product_collection_by_tax")
    type: orm.Mapped[ProductType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="product_collection_by_type"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="product_collection_by_owner"
    )
    product_source: orm.Mapped[ProductSource | None] = orm.relationship(
        foreign_keys=[ProductSourceId], back_populates="product_collection_by_product_source"
    )
    category: orm.Mapped[ProductCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="product_collection_by_category"
    )
    trade_mark: orm.Mapped[TradeMark | None] = orm.relationship(
        foreign_keys=[TradeMarkId], back_populates="product_collection_by_trade_mark"
    )
    picture: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[PictureId], back_populates="product_collection_by_picture"
    )


class ProductCategory(Base):
    """The object ProductCategory."""

    __tablename__ = "ProductCategory"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_category: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.CategoryId", back_populates="category", passive_deletes="all"
    )
    product_type_collection_by_category: orm.Mapped[list[ProductType]] = orm.relationship(
        foreign_keys="ProductType.CategoryId", back_populates="category", passive_deletes="all"
    )


class ProductSource(Base):
    """The object ProductSource."""

    __tablename__ = "ProductSource"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Image: orm.Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_product_source: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.ProductSourceId", back_populates="product_source", passive_deletes="all"
    )


class ProductType(Base):
    """The object ProductType."""

    __tablename__ = "ProductType"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    IsService: orm.Mapped[bool] = _filled()
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ProductCategory.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    category: orm.Mapped[ProductCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="product_type_collection_by_category"
    )
    product_collection_by_type: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.TypeId", back_populates="type", passive_deletes="all"
    )


class Project(Base):
    """The object Project."""

    __tablename__ = "Project"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Notes: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ProjectEntryTypeId: orm.Mapped[uuid.UUID | None] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    EndDate: orm.Mapped[dt.datetime | None] = _filled()
    Duration: orm.Mapped[int] = _filled()
    Deadline: orm.Mapped[dt.datetime | None] = _filled()
    SupplierId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    OpportunityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    ParentProjectId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Project.Id"))
    ActualCompletion: orm.Mapped[decimal.Decimal] = _filled()
    IsAutoCalcCompletion: orm.Mapped[bool] = _filled()
    PlanIncome: orm.Mapped[decimal.Decimal] = _filled()
    FactIncome: orm.Mapped[decimal.Decimal] = _filled()
    IncomeDev: orm.Mapped[decimal.Decimal] = _filled()
    IncomeDevPerc: orm.Mapped[decimal.Decimal] = _filled()
    PlanExternalCost: orm.Mapped[decimal.Decimal] = _filled()
    FactExternalCost: orm.Mapped[decimal.Decimal] = _filled()
    ExternalCostDev: orm.Mapped[decimal.Decimal] = _filled()
    PlanExternalDevPerc: orm.Mapped[decimal.Decimal] = _filled()
    PlanExpense: orm.Mapped[decimal.Decimal] = _filled()
    FactExpense: orm.Mapped[decimal.Decimal] = _filled()
    ExpenseDev: orm.Mapped[decimal.Decimal] = _filled()
    ExpenseDevPerc: orm.Mapped[decimal.Decimal] = _filled()
    PlanInternalCost: orm.Mapped[decimal.Decimal] = _filled()
    FactInternalCost: orm.Mapped[decimal.Decimal] = _filled()
    InternalCostDev: orm.Mapped[decimal.Decimal] = _filled()
    PlanInternalDevPerc: orm.Mapped[decimal.Decimal] = _filled()
    PlanMargin: orm.Mapped[decimal.Decimal] = _filled()
    PlanMarginPerc: orm.Mapped[decimal.Decimal] = _filled()
    FactMargin: orm.Mapped[decimal.Decimal] = _filled()
    FactMarginPerc: orm.Mapped[decimal.Decimal] = _filled()
    MarginDev: orm.Mapped[decimal.Decimal] = _filled()
    MarginDevPerc: orm.Mapped[decimal.Decimal] = _filled()
    Position: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="project_collection_by_account"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="project_collection_by_contact"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="project_collection_by_owner"
    )
    supplier: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[SupplierId], back_populates="project_collection_by_supplier"
    )
    opportunity: orm.Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="project_collection_by_opportunity"
    )
    parent_project: orm.Mapped[Project | None] = orm.relationship(
        foreign_keys=[ParentProjectId], remote_side=[Id], back_populates="project_collection_by_parent_project"
    )
    activity_collection_by_project: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ProjectId", back_populates="project", passive_deletes="all"
    )
    document_collection_by_project: orm.Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.ProjectId", back_populates="project", passive_deletes="all"
    )
    invoice_collection_by_project: orm.Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.ProjectId", back_populates="project", passive_deletes="all"
    )
    project_collection_by_parent_project: orm.Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.ParentProjectId", back_populates="parent_project", passive_deletes="all"
    )


class QualifyStatus(Base):
    """The object QualifyStatus."""

    __tablename__ = "QualifyStatus"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    StageNumber: orm.Mapped[int] = _filled()
    Color: orm.Mapped[str] = _filled()
    IsDisplayed: orm.Mapped[bool] = _filled()
    StageOrder: orm.Mapped[int] = _filled()
    StageInnerOrder: orm.Mapped[int] = _filled()
    IsFinal: orm.Mapped[bool] = _filled()
    Successful: orm.Mapped[bool] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_qualify_status: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.QualifyStatusId", back_populates="qualify_status", passive_deletes="all"
    )


class Region(Base):
    """The object Region."""

    __tablename__ = "Region"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    CountryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    ProcessListeners: orm.Mapped[int] = _filled()
    TimeZoneId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    Code: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    country: orm.Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="region_collection_by_country"
    )
    time_zone: orm.Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="region_collection_by_time_zone"
    )
    account_collection_by_region: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.RegionId", back_populates="region", passive_deletes="all"
    )
    city_collection_by_region: orm.Mapped[list[City]] = orm.relationship(
        foreign_keys="City.RegionId", back_populates="region", passive_deletes="all"
    )
    conf_item_collection_by_region: orm.Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.RegionId", back_populates="region", passive_deletes="all"
    )
    contact_collection_by_region: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.RegionId", back_populates="region", passive_deletes="all"
    )
    lead_collection_by_region: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.RegionId", back_populates="region", passive_deletes="all"
    )


class RegisterMethod(Base):
    """The object RegisterMethod."""

    __tablename__ = "RegisterMethod"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_register_method: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.RegisterMethodId", back_populates="register_method", passive_deletes="all"
    )


class Release(Base):
    """The object Release."""

    __tablename__ = "Release"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    Number: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ScheduledReleaseDate: orm.Mapped[dt.datetime | None] = _filled()
    PlannedLabor: orm.Mapped[int] = _filled()
    ReleasedOn: orm.Mapped[dt.datetime | None] = _filled()
    DevelopmentFinishedOn: orm.Mapped[dt.datetime | None] = _filled()
    TestingFinishedOn: orm.Mapped[dt.datetime | None] = _filled()
    DeploymentFinishedOn: orm.Mapped[dt.datetime | None] = _filled()
    ActualLabor: orm.Mapped[int] = _filled()
    ActualDevelopmentLabor: orm.Mapped[int] = _filled()
    ActualTestingLabor: orm.Mapped[int] = _filled()
    ActualDeploymentLabor: orm.Mapped[int] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    PriorityId: orm.Mapped[uuid.UUID | None] = _filled()
    Notes: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_release: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ReleaseId", back_populates="release", passive_deletes="all"
    )
    change_collection_by_release: orm.Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.ReleaseId", back_populates="release", passive_deletes="all"
    )


class RoleInServiceTeam(Base):
    """The object RoleInServiceTeam."""

    __tablename__ = "RoleInServiceTeam"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_support_level: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.SupportLevelId", back_populates="support_level", passive_deletes="all"
    )
    case_collection_by_solved_on_support_level: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.SolvedOnSupportLevelId", back_populates="solved_on_support_level", passive_deletes="all"
    )


class SatisfactionLevel(Base):
    """The object SatisfactionLevel."""

    __tablename__ = "SatisfactionLevel"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Point: orm.Mapped[int] = _filled()
    Colour: orm.Mapped[str] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseStatus.Id"))
    ImageId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    IsActive: orm.Mapped[bool] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    status: orm.Mapped[CaseStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="satisfaction_level_collection_by_status"
    )
    image: orm.Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="satisfaction_level_collection_by_image"
    )
    case_collection_by_satisfaction_level: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.SatisfactionLevelId", back_populates="satisfaction_level", passive_deletes="all"
    )


class ServiceCategory(Base):
    """The object ServiceCategory."""

    __tablename__ = "ServiceCategory"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_service_category: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ServiceCategoryId", back_populates="service_category", passive_deletes="all"
    )
    service_item_collection_by_category: orm.Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.CategoryId", back_populates="category", passive_deletes="all"
    )


class ServiceItem(Base):
    """The object ServiceItem."""

    __tablename__ = "ServiceItem"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    ReactionTimeValue: orm.Mapped[int] = _filled()
    ReactionTimeUnitId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    SolutionTimeValue: orm.Mapped[int] = _filled()
    SolutionTimeUnitId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    CaseCategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseCategory.Id"))
    Notes: orm.Mapped[str] = _filled()
    ReactionTime: orm.Mapped[str] = _filled()
    SolutionTime: orm.Mapped[str] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CalendarId: orm.Mapped[uuid.UUID | None] = _filled()
    CategoryId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServiceCategory.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    reaction_time_unit: orm.Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[ReactionTimeUnitId], back_populates="service_item_collection_by_reaction_time_unit"
    )
    solution_time_unit: orm.Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[SolutionTimeUnitId], back_populates="service_item_collection_by_solution_time_unit"
    )
    case_category: orm.Mapped[CaseCategory | None] = orm.relationship(
        foreign_keys=[CaseCategoryId], back_populates="service_item_collection_by_case_category"
    )
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="service_item_collection_by_owner"
    )
    category: orm.Mapped[ServiceCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="service_item_collection_by_category"
    )
    case_collection_by_service_item: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ServiceItemId", back_populates="service_item", passive_deletes="all"
    )
    problem_collection_by_service_item: orm.Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.ServiceItemId", back_populates="service_item", passive_deletes="all"
    )


class ServicePact(Base):
    """The object ServicePact."""

    __tablename__ = "ServicePact"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    Name: orm.Mapped[str] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    StartDate: orm.Mapped[dt.datetime | None] = _filled()
    EndDate: orm.Mapped[dt.datetime | None] = _filled()
    OwnerId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    Number: orm.Mapped[str] = _filled()
    ServiceProviderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ServiceProviderContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Notes: orm.Mapped[str] = _filled()
    CalendarId: orm.Mapped[uuid.UUID | None] = _filled()
    SupportLevelId: orm.Mapped[uuid.UUID | None] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="service_pact_collection_by_owner"
    )
    service_provider: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[ServiceProviderId], back_populates="service_pact_collection_by_service_provider"
    )
    service_provider_contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ServiceProviderContactId], back_populates="service_pact_collection_by_service_provider_contact"
    )
    case_collection_by_service_pact: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ServicePactId", back_populates="service_pact", passive_deletes="all"
    )


class SocialAccount(Base):
    """The object SocialAccount."""

    __tablename__ = "SocialAccount"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Notes: orm.Mapped[str] = _filled()
    Login: orm.Mapped[str] = _filled()
    Public: orm.Mapped[bool] = _filled()
    AccessToken: orm.Mapped[str] = _filled()
    AccessSecretToken: orm.Mapped[str] = _filled()
    ConsumerKey: orm.Mapped[str] = _filled()
    TypeId: orm.Mapped[uuid.UUID | None] = _filled()
    UserId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    SocialId: orm.Mapped[str] = _filled()
    IsExpired: orm.Mapped[bool] = _filled()
    Name: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    user: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[UserId], back_populates="social_account_collection_by_user"
    )
    contact_collection_by_twitter_afda: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.TwitterAFDAId", back_populates="twitter_afda", passive_deletes="all"
    )
    contact_collection_by_facebook_afda: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.FacebookAFDAId", back_populates="facebook_afda", passive_deletes="all"
    )
    contact_collection_by_linked_in_afda: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.LinkedInAFDAId", back_populates="linked_in_afda", passive_deletes="all"
    )


class SourceOrder(Base):
    """The object SourceOrder."""

    __tablename__ = "SourceOrder"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_source_order: orm.Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.SourceOrderId", back_populates="source_order", passive_deletes="all"
    )


class SysAdminUnit(Base):
    """The object SysAdminUnit."""

    __tablename__ = "SysAdminUnit"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    SysAdminUnitTypeValue: orm.Mapped[int] = _filled()
    ParentRoleId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    IsDirectoryEntry: orm.Mapped[bool] = _filled()
    TimeZoneId: orm.Mapped[str] = _filled()
    UserPassword: orm.Mapped[str] = _filled()
    Active: orm.Mapped[bool] = _filled()
    SynchronizeWithLDAP: orm.Mapped[bool] = _filled()
    LDAPEntry: orm.Mapped[str] = _filled()
    LDAPEntryId: orm.Mapped[str] = _filled()
    LDAPEntryDN: orm.Mapped[str] = _filled()
    LoggedIn: orm.Mapped[bool] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    SysCultureId: orm.Mapped[uuid.UUID | None] = _filled()
    LoginAttemptCount: orm.Mapped[int] = _filled()
    SourceControlLogin: orm.Mapped[str] = _filled()
    SourceControlPassword: orm.Mapped[str] = _filled()
    PasswordExpireDate: orm.Mapped[dt.datetime | None] = _filled()
    HomePageId: orm.Mapped[uuid.UUID | None] = _filled()
    ConnectionType: orm.Mapped[int] = _filled()
    UnblockTime: orm.Mapped[dt.datetime | None] = _filled()
    ForceChangePassword: orm.Mapped[bool] = _filled()
    DateTimeFormatId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysLanguage.Id"))
    SessionTimeout: orm.Mapped[int] = _filled()
    PortalAccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    LDAPElementId: orm.Mapped[uuid.UUID | None] = _filled()
    Email: orm.Mapped[str] = _filled()
    OpenIDSub: orm.Mapped[str] = _filled()
    Phone: orm.Mapped[str] = _filled()
    WeekFirstDayId: orm.Mapped[uuid.UUID | None] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    parent_role: orm.Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[ParentRoleId], remote_side=[Id], back_populates="sys_admin_unit_collection_by_parent_role"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="sys_admin_unit_collection_by_contact"
    )
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="sys_admin_unit_collection_by_account"
    )
    date_time_format: orm.Mapped[SysLanguage | None] = orm.relationship(
        foreign_keys=[DateTimeFormatId], back_populates="sys_admin_unit_collection_by_date_time_format"
    )
    portal_account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[PortalAccountId], back_populates="sys_admin_unit_collection_by_portal_account"
    )
    case_collection_by_group: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.GroupId", back_populates="group", passive_deletes="all"
    )
    change_collection_by_group: orm.Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.GroupId", back_populates="group", passive_deletes="all"
    )
    lead_collection_by_group: orm.Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.GroupId", back_populates="group", passive_deletes="all"
    )
    omni_chat_collection_by_operator: orm.Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.OperatorId", back_populates="operator", passive_deletes="all"
    )
    omni_chat_collection_by_directed_operator: orm.Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.DirectedOperatorId", back_populates="directed_operator", passive_deletes="all"
    )
    opportunity_collection_by_group: orm.Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.GroupId", back_populates="group", passive_deletes="all"
    )
    opportunity_department_collection_by_sys_admin_unit: orm.Mapped[list[OpportunityDepartment]] = orm.relationship(
        foreign_keys="OpportunityDepartment.SysAdminUnitId", back_populates="sys_admin_unit", passive_deletes="all"
    )
    problem_collection_by_group: orm.Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.GroupId", back_populates="group", passive_deletes="all"
    )
    social_account_collection_by_user: orm.Mapped[list[SocialAccount]] = orm.relationship(
        foreign_keys="SocialAccount.UserId", back_populates="user", passive_deletes="all"
    )
    sys_admin_unit_collection_by_parent_role: orm.Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.ParentRoleId", back_populates="parent_role", passive_deletes="all"
    )


class SysImage(Base):
    """The object SysImage."""

    __tablename__ = "SysImage"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    UploadedOn: orm.Mapped[dt.datetime | None] = _filled()
    Name: orm.Mapped[str] = _filled()
    MimeType: orm.Mapped[str] = _filled()
    HasRef: orm.Mapped[bool] = _filled()
    Hash: orm.Mapped[str] = _filled()
    Data: orm.Mapped[bytes | None] = orm.mapped_column(deferred=True)
    PreviewData: orm.Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_account_logo: orm.Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.AccountLogoId", back_populates="account_logo", passive_deletes="all"
    )
    call_direction_collection_by_image: orm.Mapped[list[CallDirection]] = orm.relationship(
        foreign_keys="CallDirection.ImageId", back_populates="image", passive_deletes="all"
    )
    case_origin_collection_by_image: orm.Mapped[list[CaseOrigin]] = orm.relationship(
        foreign_keys="CaseOrigin.ImageId", back_populates="image", passive_deletes="all"
    )
    case_priority_collection_by_image: orm.Mapped[list[CasePriority]] = orm.relationship(
        foreign_keys="CasePriority.ImageId", back_populates="image", passive_deletes="all"
    )
    case_status_collection_by_image: orm.Mapped[list[CaseStatus]] = orm.relationship(
        foreign_keys="CaseStatus.ImageId", back_populates="image", passive_deletes="all"
    )
    contact_collection_by_photo: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.PhotoId", back_populates="photo", passive_deletes="all"
    )
    lead_type_collection_by_image: orm.Mapped[list[LeadType]] = orm.relationship(
        foreign_keys="LeadType.ImageId", back_populates="image", passive_deletes="all"
    )
    opportunity_mood_collection_by_image: orm.Mapped[list[OpportunityMood]] = orm.relationship(
        foreign_keys="OpportunityMood.ImageId", back_populates="image", passive_deletes="all"
    )
    product_collection_by_picture: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.PictureId", back_populates="picture", passive_deletes="all"
    )
    satisfaction_level_collection_by_image: orm.Mapped[list[SatisfactionLevel]] = orm.relationship(
        foreign_keys="SatisfactionLevel.ImageId", back_populates="image", passive_deletes="all"
    )


class SysLanguage(Base):
    """The object SysLanguage."""

    __tablename__ = "SysLanguage"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    IsUsed: orm.Mapped[bool] = _filled()
    SysCultureDefId: orm.Mapped[uuid.UUID | None] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_language: orm.Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.LanguageId", back_populates="language", passive_deletes="all"
    )
    sys_admin_unit_collection_by_date_time_format: orm.Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.DateTimeFormatId", back_populates="date_time_format", passive_deletes="all"
    )


class Tax(Base):
    """The object Tax."""

    __tablename__ = "Tax"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Percent: orm.Mapped[decimal.Decimal] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_tax: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.TaxId", back_populates="tax", passive_deletes="all"
    )


class TimeUnit(Base):
    """The object TimeUnit."""

    __tablename__ = "TimeUnit"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    Position: orm.Mapped[int] = _filled()
    Code: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_processing_time_unit: orm.Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ProcessingTimeUnitId", back_populates="processing_time_unit", passive_deletes="all"
    )
    case_priority_collection_by_reaction_time_unit: orm.Mapped[list[CasePriority]] = orm.relationship(
        foreign_keys="CasePriority.ReactionTimeUnitId", back_populates="reaction_time_unit", passive_deletes="all"
    )
    case_priority_collection_by_solution_time_unit: orm.Mapped[list[CasePriority]] = orm.relationship(
        foreign_keys="CasePriority.SolutionTimeUnitId", back_populates="solution_time_unit", passive_deletes="all"
    )
    service_item_collection_by_reaction_time_unit: orm.Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.ReactionTimeUnitId", back_populates="reaction_time_unit", passive_deletes="all"
    )
    service_item_collection_by_solution_time_unit: orm.Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.SolutionTimeUnitId", back_populates="solution_time_unit", passive_deletes="all"
    )


class TimeZone(Base):
    """The object TimeZone."""

    __tablename__ = "TimeZone"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    Code: orm.Mapped[str] = _filled()
    Offset: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    CodeAmerican: orm.Mapped[str] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_time_zone: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )
    bulk_email_collection_by_time_zone: orm.Mapped[list[BulkEmail]] = orm.relationship(
        foreign_keys="BulkEmail.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )
    city_collection_by_time_zone: orm.Mapped[list[City]] = orm.relationship(
        foreign_keys="City.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )
    country_collection_by_time_zone: orm.Mapped[list[Country]] = orm.relationship(
        foreign_keys="Country.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )
    region_collection_by_time_zone: orm.Mapped[list[Region]] = orm.relationship(
        foreign_keys="Region.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )


class TradeMark(Base):
    """The object TradeMark."""

    __tablename__ = "TradeMark"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_trade_mark: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.TradeMarkId", back_populates="trade_mark", passive_deletes="all"
    )


class Unit(Base):
    """The object Unit."""

    __tablename__ = "Unit"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ShortName: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_unit: orm.Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.UnitId", back_populates="unit", passive_deletes="all"
    )


class VwQueueItem(Base):
    """The object VwQueueItem."""

    __tablename__ = "VwQueueItem"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: orm.Mapped[int] = _filled()
    QueueId: orm.Mapped[uuid.UUID | None] = _filled()
    EntityRecordId: orm.Mapped[uuid.UUID | None] = _filled()
    SysProcessDataId: orm.Mapped[uuid.UUID | None] = _filled()
    StatusId: orm.Mapped[uuid.UUID | None] = _filled()
    OperatorId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    NextProcessingDate: orm.Mapped[dt.datetime | None] = _filled()
    PostponesCount: orm.Mapped[int] = _filled()
    NextProcessingDateOrder: orm.Mapped[int] = _filled()
    Caption: orm.Mapped[str] = _filled()
    ContactId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    AccountId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    OrderId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    CaseId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Case.Id"))
    LastActivityId: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Activity.Id"))
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    operator: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OperatorId], back_populates="vw_queue_item_collection_by_operator"
    )
    contact: orm.Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="vw_queue_item_collection_by_contact"
    )
    account: orm.Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="vw_queue_item_collection_by_account"
    )
    order: orm.Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="vw_queue_item_collection_by_order"
    )
    case: orm.Mapped[Case | None] = orm.relationship(
        foreign_keys=[CaseId], back_populates="vw_queue_item_collection_by_case"
    )
    last_activity: orm.Mapped[Activity | None] = orm.relationship(
        foreign_keys=[LastActivityId], back_populates="vw_queue_item_collection_by_last_activity"
    )
    activity_collection_by_queue_item: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.QueueItemId", back_populates="queue_item", passive_deletes="all"
    )


class VwSysRole(Base):
    """The object VwSysRole."""

    __tablename__ = "VwSysRole"

    Id: orm.Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: orm.Mapped[dt.datetime | None] = _filled()
    CreatedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: orm.Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: orm.Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: orm.Mapped[str] = _filled()
    Description: orm.Mapped[str] = _filled()
    ProcessListeners: orm.Mapped[int] = _filled()
    created_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: orm.Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_owner_role: orm.Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OwnerRoleId", back_populates="owner_role", passive_deletes="all"
    )
