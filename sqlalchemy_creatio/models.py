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

try:
    from sqlalchemy.orm import Mapped
except ImportError:
    raise ImportError(
        "these classes need SQLAlchemy 2.0 or newer; on 1.4, automap makes some from the catalog"
    ) from None


class Base(orm.DeclarativeBase):
    """What these classes have in common."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {dt.datetime: sa.DateTime(timezone=True)}


def _filled(*arguments: Any, **options: Any) -> Any:
    """Declare a column that the server fills where nothing is set."""
    return orm.mapped_column(*arguments, server_default=sa.FetchedValue(), **options)


class Account(Base):
    """The object Account."""

    __tablename__ = "Account"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    Name: Mapped[str] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    OwnershipId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountOwnership.Id"))
    PrimaryContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ParentId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    IndustryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountIndustry.Id"))
    Code: Mapped[str] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountType.Id"))
    Phone: Mapped[str] = _filled()
    AdditionalPhone: Mapped[str] = _filled()
    Fax: Mapped[str] = _filled()
    Web: Mapped[str] = _filled()
    AddressTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AddressType.Id"))
    Address: Mapped[str] = _filled()
    CityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("City.Id"))
    RegionId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    Zip: Mapped[str] = _filled()
    CountryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    AccountCategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountCategory.Id"))
    EmployeesNumberId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountEmployeesNumber.Id"))
    AnnualRevenueId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountAnnualRevenue.Id"))
    Notes: Mapped[str] = _filled()
    AlternativeName: Mapped[str] = _filled()
    GPSN: Mapped[str] = _filled()
    GPSE: Mapped[str] = _filled()
    Completeness: Mapped[int] = _filled()
    AccountLogoId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    AUM: Mapped[str] = _filled()
    LeadConversionScore: Mapped[int] = _filled()
    PriceListId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Pricelist.Id"))
    UsrWebsiteCode: Mapped[int] = _filled()
    Logo: Mapped[bytes | None] = orm.mapped_column(deferred=True)
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="account_collection_by_owner"
    )
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    ownership: Mapped[AccountOwnership | None] = orm.relationship(
        foreign_keys=[OwnershipId], back_populates="account_collection_by_ownership"
    )
    primary_contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[PrimaryContactId], back_populates="account_collection_by_primary_contact"
    )
    parent: Mapped[Account | None] = orm.relationship(
        foreign_keys=[ParentId], remote_side=[Id], back_populates="account_collection_by_parent"
    )
    industry: Mapped[AccountIndustry | None] = orm.relationship(
        foreign_keys=[IndustryId], back_populates="account_collection_by_industry"
    )
    type: Mapped[AccountType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="account_collection_by_type"
    )
    address_type: Mapped[AddressType | None] = orm.relationship(
        foreign_keys=[AddressTypeId], back_populates="account_collection_by_address_type"
    )
    city: Mapped[City | None] = orm.relationship(foreign_keys=[CityId], back_populates="account_collection_by_city")
    region: Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="account_collection_by_region"
    )
    country: Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="account_collection_by_country"
    )
    account_category: Mapped[AccountCategory | None] = orm.relationship(
        foreign_keys=[AccountCategoryId], back_populates="account_collection_by_account_category"
    )
    employees_number: Mapped[AccountEmployeesNumber | None] = orm.relationship(
        foreign_keys=[EmployeesNumberId], back_populates="account_collection_by_employees_number"
    )
    annual_revenue: Mapped[AccountAnnualRevenue | None] = orm.relationship(
        foreign_keys=[AnnualRevenueId], back_populates="account_collection_by_annual_revenue"
    )
    account_logo: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[AccountLogoId], back_populates="account_collection_by_account_logo"
    )
    price_list: Mapped[Pricelist | None] = orm.relationship(
        foreign_keys=[PriceListId], back_populates="account_collection_by_price_list"
    )
    account_collection_by_parent: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.ParentId", back_populates="parent", passive_deletes="all"
    )
    activity_collection_by_account: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.AccountId", back_populates="account", passive_deletes="all"
    )
    case_collection_by_account: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.AccountId", back_populates="account", passive_deletes="all"
    )
    contact_collection_by_account: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.AccountId", back_populates="account", passive_deletes="all"
    )
    contract_collection_by_account: Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.AccountId", back_populates="account", passive_deletes="all"
    )
    contract_collection_by_our_company: Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.OurCompanyId", back_populates="our_company", passive_deletes="all"
    )
    document_collection_by_account: Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.AccountId", back_populates="account", passive_deletes="all"
    )
    invoice_collection_by_account: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.AccountId", back_populates="account", passive_deletes="all"
    )
    invoice_collection_by_supplier: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.SupplierId", back_populates="supplier", passive_deletes="all"
    )
    lead_collection_by_qualified_account: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.QualifiedAccountId", back_populates="qualified_account", passive_deletes="all"
    )
    lead_collection_by_partner: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.PartnerId", back_populates="partner", passive_deletes="all"
    )
    opportunity_collection_by_account: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.AccountId", back_populates="account", passive_deletes="all"
    )
    opportunity_collection_by_partner: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.PartnerId", back_populates="partner", passive_deletes="all"
    )
    opportunity_collection_by_winner: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.WinnerId", back_populates="winner", passive_deletes="all"
    )
    order_collection_by_account: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.AccountId", back_populates="account", passive_deletes="all"
    )
    project_collection_by_account: Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.AccountId", back_populates="account", passive_deletes="all"
    )
    project_collection_by_supplier: Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.SupplierId", back_populates="supplier", passive_deletes="all"
    )
    service_pact_collection_by_service_provider: Mapped[list[ServicePact]] = orm.relationship(
        foreign_keys="ServicePact.ServiceProviderId", back_populates="service_provider", passive_deletes="all"
    )
    sys_admin_unit_collection_by_account: Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.AccountId", back_populates="account", passive_deletes="all"
    )
    sys_admin_unit_collection_by_portal_account: Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.PortalAccountId", back_populates="portal_account", passive_deletes="all"
    )
    vw_queue_item_collection_by_account: Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.AccountId", back_populates="account", passive_deletes="all"
    )


class AccountAnnualRevenue(Base):
    """The object AccountAnnualRevenue."""

    __tablename__ = "AccountAnnualRevenue"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    FromBaseCurrency: Mapped[int] = _filled()
    ToBaseCurrency: Mapped[int] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_annual_revenue: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.AnnualRevenueId", back_populates="annual_revenue", passive_deletes="all"
    )
    lead_collection_by_annual_revenue: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.AnnualRevenueId", back_populates="annual_revenue", passive_deletes="all"
    )


class AccountCategory(Base):
    """The object AccountCategory."""

    __tablename__ = "AccountCategory"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Color: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_account_category: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.AccountCategoryId", back_populates="account_category", passive_deletes="all"
    )
    lead_collection_by_account_category: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.AccountCategoryId", back_populates="account_category", passive_deletes="all"
    )


class AccountEmployeesNumber(Base):
    """The object AccountEmployeesNumber."""

    __tablename__ = "AccountEmployeesNumber"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Position: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_employees_number: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.EmployeesNumberId", back_populates="employees_number", passive_deletes="all"
    )
    lead_collection_by_employees_number: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.EmployeesNumberId", back_populates="employees_number", passive_deletes="all"
    )


class AccountIndustry(Base):
    """The object AccountIndustry."""

    __tablename__ = "AccountIndustry"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_industry: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.IndustryId", back_populates="industry", passive_deletes="all"
    )
    event_collection_by_industry: Mapped[list[Event]] = orm.relationship(
        foreign_keys="Event.IndustryId", back_populates="industry", passive_deletes="all"
    )
    lead_collection_by_industry: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.IndustryId", back_populates="industry", passive_deletes="all"
    )


class AccountOwnership(Base):
    """The object AccountOwnership."""

    __tablename__ = "AccountOwnership"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    CountryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    country: Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="account_ownership_collection_by_country"
    )
    account_collection_by_ownership: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.OwnershipId", back_populates="ownership", passive_deletes="all"
    )
    lead_collection_by_account_ownership: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.AccountOwnershipId", back_populates="account_ownership", passive_deletes="all"
    )


class AccountType(Base):
    """The object AccountType."""

    __tablename__ = "AccountType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Color: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_type: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.TypeId", back_populates="type", passive_deletes="all"
    )


class Activity(Base):
    """The object Activity."""

    __tablename__ = "Activity"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    Title: Mapped[str] = _filled()
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    StartDate: Mapped[dt.datetime | None] = _filled()
    DueDate: Mapped[dt.datetime | None] = _filled()
    PriorityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityPriority.Id"))
    AuthorId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    RemindToAuthor: Mapped[bool] = _filled()
    RemindToAuthorDate: Mapped[dt.datetime | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    RemindToOwner: Mapped[bool] = _filled()
    RemindToOwnerDate: Mapped[dt.datetime | None] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityType.Id"))
    ActivityCategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityCategory.Id"))
    ShowInScheduler: Mapped[bool] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityStatus.Id"))
    ResultId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityResult.Id"))
    DetailedResult: Mapped[str] = _filled()
    TimeZoneId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Sender: Mapped[str] = _filled()
    Recepient: Mapped[str] = _filled()
    InvoiceId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Invoice.Id"))
    CopyRecepient: Mapped[str] = _filled()
    BlindCopyRecepient: Mapped[str] = _filled()
    Body: Mapped[str] = _filled()
    Notes: Mapped[str] = _filled()
    Color: Mapped[str] = _filled()
    SendDate: Mapped[dt.datetime | None] = _filled()
    EmailSendStatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("EmailSendStatus.Id"))
    DurationInMinutes: Mapped[int] = _filled()
    ErrorOnSend: Mapped[str] = _filled()
    DurationInMnutesAndHours: Mapped[str] = _filled()
    AllowedResult: Mapped[str] = _filled()
    CreatedByInvCRM: Mapped[bool] = _filled()
    LeadId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Lead.Id"))
    MessageTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("EmailType.Id"))
    ProcessListeners: Mapped[int] = _filled()
    IsHtmlBody: Mapped[bool] = _filled()
    MailHash: Mapped[str] = _filled()
    ProcessElementId: Mapped[uuid.UUID | None] = _filled()
    GlobalActivityID: Mapped[str] = _filled()
    UserEmailAddress: Mapped[str] = _filled()
    EventId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Event.Id"))
    OrderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    CaseId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Case.Id"))
    IsNeedProcess: Mapped[bool] = _filled()
    ActivityConnectionId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Activity.Id"))
    ChangeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Change.Id"))
    ReleaseId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Release.Id"))
    ProblemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Problem.Id"))
    OrganizerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Location: Mapped[str] = _filled()
    ConfItemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ConfItem.Id"))
    IsNotPublished: Mapped[bool] = _filled()
    CallDirectionId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CallDirection.Id"))
    HeaderProperties: Mapped[str] = _filled()
    EnrchEmailDataId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("EnrchEmailData.Id"))
    EnrichStatus: Mapped[str] = _filled()
    ServiceProcessed: Mapped[bool] = _filled()
    IsAutoSubmitted: Mapped[bool] = _filled()
    SenderContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    OpportunityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    ContractId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contract.Id"))
    ProjectId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Project.Id"))
    FullProjectName: Mapped[str] = _filled()
    Preview: Mapped[str] = _filled()
    OmniChatId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OmniChat.Id"))
    OwnerRoleId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("VwSysRole.Id"))
    RemoteCreatedOn: Mapped[dt.datetime | None] = _filled()
    DocumentId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Document.Id"))
    QueueItemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("VwQueueItem.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    priority: Mapped[ActivityPriority | None] = orm.relationship(
        foreign_keys=[PriorityId], back_populates="activity_collection_by_priority"
    )
    author: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[AuthorId], back_populates="activity_collection_by_author"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="activity_collection_by_owner"
    )
    type: Mapped[ActivityType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="activity_collection_by_type"
    )
    activity_category: Mapped[ActivityCategory | None] = orm.relationship(
        foreign_keys=[ActivityCategoryId], back_populates="activity_collection_by_activity_category"
    )
    status: Mapped[ActivityStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="activity_collection_by_status"
    )
    result: Mapped[ActivityResult | None] = orm.relationship(
        foreign_keys=[ResultId], back_populates="activity_collection_by_result"
    )
    time_zone: Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="activity_collection_by_time_zone"
    )
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="activity_collection_by_account"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="activity_collection_by_contact"
    )
    invoice: Mapped[Invoice | None] = orm.relationship(
        foreign_keys=[InvoiceId], back_populates="activity_collection_by_invoice"
    )
    email_send_status: Mapped[EmailSendStatus | None] = orm.relationship(
        foreign_keys=[EmailSendStatusId], back_populates="activity_collection_by_email_send_status"
    )
    lead: Mapped[Lead | None] = orm.relationship(foreign_keys=[LeadId], back_populates="activity_collection_by_lead")
    message_type: Mapped[EmailType | None] = orm.relationship(
        foreign_keys=[MessageTypeId], back_populates="activity_collection_by_message_type"
    )
    event: Mapped[Event | None] = orm.relationship(
        foreign_keys=[EventId], back_populates="activity_collection_by_event"
    )
    order: Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="activity_collection_by_order"
    )
    case: Mapped[Case | None] = orm.relationship(foreign_keys=[CaseId], back_populates="activity_collection_by_case")
    activity_connection: Mapped[Activity | None] = orm.relationship(
        foreign_keys=[ActivityConnectionId],
        remote_side=[Id],
        back_populates="activity_collection_by_activity_connection",
    )
    change: Mapped[Change | None] = orm.relationship(
        foreign_keys=[ChangeId], back_populates="activity_collection_by_change"
    )
    release: Mapped[Release | None] = orm.relationship(
        foreign_keys=[ReleaseId], back_populates="activity_collection_by_release"
    )
    problem: Mapped[Problem | None] = orm.relationship(
        foreign_keys=[ProblemId], back_populates="activity_collection_by_problem"
    )
    organizer: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OrganizerId], back_populates="activity_collection_by_organizer"
    )
    conf_item: Mapped[ConfItem | None] = orm.relationship(
        foreign_keys=[ConfItemId], back_populates="activity_collection_by_conf_item"
    )
    call_direction: Mapped[CallDirection | None] = orm.relationship(
        foreign_keys=[CallDirectionId], back_populates="activity_collection_by_call_direction"
    )
    enrch_email_data: Mapped[EnrchEmailData | None] = orm.relationship(
        foreign_keys=[EnrchEmailDataId], back_populates="activity_collection_by_enrch_email_data"
    )
    sender_contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[SenderContactId], back_populates="activity_collection_by_sender_contact"
    )
    opportunity: Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="activity_collection_by_opportunity"
    )
    contract: Mapped[Contract | None] = orm.relationship(
        foreign_keys=[ContractId], back_populates="activity_collection_by_contract"
    )
    project: Mapped[Project | None] = orm.relationship(
        foreign_keys=[ProjectId], back_populates="activity_collection_by_project"
    )
    omni_chat: Mapped[OmniChat | None] = orm.relationship(
        foreign_keys=[OmniChatId], back_populates="activity_collection_by_omni_chat"
    )
    owner_role: Mapped[VwSysRole | None] = orm.relationship(
        foreign_keys=[OwnerRoleId], back_populates="activity_collection_by_owner_role"
    )
    document: Mapped[Document | None] = orm.relationship(
        foreign_keys=[DocumentId], back_populates="activity_collection_by_document"
    )
    queue_item: Mapped[VwQueueItem | None] = orm.relationship(
        foreign_keys=[QueueItemId], back_populates="activity_collection_by_queue_item"
    )
    activity_collection_by_activity_connection: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ActivityConnectionId", back_populates="activity_connection", passive_deletes="all"
    )
    case_collection_by_parent_activity: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ParentActivityId", back_populates="parent_activity", passive_deletes="all"
    )
    vw_queue_item_collection_by_last_activity: Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.LastActivityId", back_populates="last_activity", passive_deletes="all"
    )


class ActivityCategory(Base):
    """The object ActivityCategory."""

    __tablename__ = "ActivityCategory"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ActivityTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ActivityType.Id"))
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_type: Mapped[ActivityType | None] = orm.relationship(
        foreign_keys=[ActivityTypeId], back_populates="activity_category_collection_by_activity_type"
    )
    activity_collection_by_activity_category: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ActivityCategoryId", back_populates="activity_category", passive_deletes="all"
    )


class ActivityPriority(Base):
    """The object ActivityPriority."""

    __tablename__ = "ActivityPriority"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Img: Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_priority: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.PriorityId", back_populates="priority", passive_deletes="all"
    )


class ActivityResult(Base):
    """The object ActivityResult."""

    __tablename__ = "ActivityResult"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    CategoryId: Mapped[uuid.UUID | None] = _filled()
    BusinessProcessOnly: Mapped[bool] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_result: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ResultId", back_populates="result", passive_deletes="all"
    )


class ActivityStatus(Base):
    """The object ActivityStatus."""

    __tablename__ = "ActivityStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Finish: Mapped[bool] = _filled()
    Color: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_status: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.StatusId", back_populates="status", passive_deletes="all"
    )


class ActivityType(Base):
    """The object ActivityType."""

    __tablename__ = "ActivityType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    TypeImage: Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_type: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.TypeId", back_populates="type", passive_deletes="all"
    )
    activity_category_collection_by_activity_type: Mapped[list[ActivityCategory]] = orm.relationship(
        foreign_keys="ActivityCategory.ActivityTypeId", back_populates="activity_type", passive_deletes="all"
    )


class AdCampaign(Base):
    """The object AdCampaign."""

    __tablename__ = "AdCampaign"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    CampaignName: Mapped[str] = _filled()
    PlatformId: Mapped[uuid.UUID | None] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    Reach: Mapped[int] = _filled()
    Impressions: Mapped[int] = _filled()
    AdCampaignId: Mapped[str] = _filled()
    Frequency: Mapped[decimal.Decimal] = _filled()
    CTR: Mapped[decimal.Decimal] = _filled()
    EndDate: Mapped[dt.datetime | None] = _filled()
    StartDate: Mapped[dt.datetime | None] = _filled()
    CreatedDate: Mapped[dt.datetime | None] = _filled()
    CPM: Mapped[decimal.Decimal] = _filled()
    CPC: Mapped[decimal.Decimal] = _filled()
    Clicks: Mapped[int] = _filled()
    AmountSpent: Mapped[decimal.Decimal] = _filled()
    AdAccountId: Mapped[uuid.UUID | None] = _filled()
    PrimaryAmountSpent: Mapped[decimal.Decimal] = _filled()
    AdAccountCurrency: Mapped[str] = _filled()
    Submissions: Mapped[int] = _filled()
    Contacts: Mapped[int] = _filled()
    CostPerSubmission: Mapped[decimal.Decimal] = _filled()
    CostPerContact: Mapped[decimal.Decimal] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_ad_campaign: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.AdCampaignId", back_populates="ad_campaign", passive_deletes="all"
    )


class AddressType(Base):
    """The object AddressType."""

    __tablename__ = "AddressType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ForContact: Mapped[bool] = _filled()
    ForAccount: Mapped[bool] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Color: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_address_type: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.AddressTypeId", back_populates="address_type", passive_deletes="all"
    )
    contact_collection_by_address_type: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.AddressTypeId", back_populates="address_type", passive_deletes="all"
    )
    lead_collection_by_address_type: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.AddressTypeId", back_populates="address_type", passive_deletes="all"
    )


class BulkEmail(Base):
    """The object BulkEmail."""

    __tablename__ = "BulkEmail"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    TypeId: Mapped[uuid.UUID | None] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    StartDate: Mapped[dt.datetime | None] = _filled()
    SenderName: Mapped[str] = _filled()
    SenderEmail: Mapped[str] = _filled()
    SendStartDate: Mapped[dt.datetime | None] = _filled()
    SendDueDate: Mapped[dt.datetime | None] = _filled()
    Clicks: Mapped[decimal.Decimal] = _filled()
    Opens: Mapped[decimal.Decimal] = _filled()
    SoftBounce: Mapped[decimal.Decimal] = _filled()
    HardBounce: Mapped[decimal.Decimal] = _filled()
    Unsubscribe: Mapped[decimal.Decimal] = _filled()
    Spam: Mapped[decimal.Decimal] = _filled()
    ClicksCount: Mapped[int] = _filled()
    OpensCount: Mapped[int] = _filled()
    SoftBounceCount: Mapped[int] = _filled()
    HardBounceCount: Mapped[int] = _filled()
    UnsubscribeCount: Mapped[int] = _filled()
    SpamCount: Mapped[int] = _filled()
    RecipientCount: Mapped[int] = _filled()
    LastActualizeDate: Mapped[dt.datetime | None] = _filled()
    TemplateSubject: Mapped[str] = _filled()
    TemplateBody: Mapped[str] = _filled()
    DeliveredCount: Mapped[int] = _filled()
    NotDeliveredCount: Mapped[int] = _filled()
    InQueueCount: Mapped[int] = _filled()
    CanceledCount: Mapped[int] = _filled()
    BlankEmailCount: Mapped[int] = _filled()
    IncorrectEmailCount: Mapped[int] = _filled()
    UnreachableEmailCount: Mapped[int] = _filled()
    DoNotUseEmailCount: Mapped[int] = _filled()
    UnsubscribedByTypeCount: Mapped[int] = _filled()
    DuplicateEmailCount: Mapped[int] = _filled()
    RejectedCount: Mapped[int] = _filled()
    CommonErrorCount: Mapped[int] = _filled()
    InvalidAddresseeCount: Mapped[int] = _filled()
    PercentWeight: Mapped[decimal.Decimal] = _filled()
    PercentActiveWeight: Mapped[decimal.Decimal] = _filled()
    PercentInactiveWeight: Mapped[decimal.Decimal] = _filled()
    SendCount: Mapped[int] = _filled()
    CommunicationLimitCount: Mapped[int] = _filled()
    UtmSource: Mapped[str] = _filled()
    UtmMedium: Mapped[str] = _filled()
    UtmCampaign: Mapped[str] = _filled()
    UtmTerm: Mapped[str] = _filled()
    UtmContent: Mapped[str] = _filled()
    Domains: Mapped[str] = _filled()
    UseUtm: Mapped[bool] = _filled()
    StatisticDate: Mapped[dt.datetime | None] = _filled()
    ResponseProcessingCompleted: Mapped[bool] = _filled()
    CategoryId: Mapped[uuid.UUID | None] = _filled()
    LaunchOptionId: Mapped[uuid.UUID | None] = _filled()
    TemplateConfig: Mapped[str] = _filled()
    DeliveryError: Mapped[int] = _filled()
    IsSystemEmail: Mapped[bool] = _filled()
    TemplateNotFoundCount: Mapped[int] = _filled()
    SendersDomainNotVerifiedCount: Mapped[int] = _filled()
    SendersNameNotValidCount: Mapped[int] = _filled()
    AudienceSchemaId: Mapped[uuid.UUID | None] = _filled()
    IsAudienceInited: Mapped[bool] = _filled()
    ThrottlingModeId: Mapped[uuid.UUID | None] = _filled()
    PriorityId: Mapped[uuid.UUID | None] = _filled()
    ExpirationDate: Mapped[dt.datetime | None] = _filled()
    BusinessTimeEnd: Mapped[dt.datetime | None] = _filled()
    BusinessTimeStart: Mapped[dt.datetime | None] = _filled()
    DeliveryScheduleDays: Mapped[str] = _filled()
    DeliveryScheduleId: Mapped[uuid.UUID | None] = _filled()
    ThrottlingQueueId: Mapped[uuid.UUID | None] = _filled()
    ExpiredCount: Mapped[int] = _filled()
    TimeZoneId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    StoppedSummaryCount: Mapped[int] = _filled()
    StoppedManuallyCount: Mapped[int] = _filled()
    StoppedInProviderCount: Mapped[int] = _filled()
    ExpiredSummaryCount: Mapped[int] = _filled()
    ExpiredInProviderCount: Mapped[int] = _filled()
    DelayBetweenEmail: Mapped[int] = _filled()
    DailyLimit: Mapped[int] = _filled()
    ProviderName: Mapped[str] = _filled()
    Notes: Mapped[str] = _filled()
    CampaignId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Campaign.Id"))
    SplitTestId: Mapped[uuid.UUID | None] = _filled()
    SegmentsStatusId: Mapped[uuid.UUID | None] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="bulk_email_collection_by_owner"
    )
    time_zone: Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="bulk_email_collection_by_time_zone"
    )
    campaign: Mapped[Campaign | None] = orm.relationship(
        foreign_keys=[CampaignId], back_populates="bulk_email_collection_by_campaign"
    )
    lead_collection_by_bulk_email: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.BulkEmailId", back_populates="bulk_email", passive_deletes="all"
    )


class CallDirection(Base):
    """The object CallDirection."""

    __tablename__ = "CallDirection"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    ImageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="call_direction_collection_by_image"
    )
    activity_collection_by_call_direction: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.CallDirectionId", back_populates="call_direction", passive_deletes="all"
    )


class Campaign(Base):
    """The object Campaign."""

    __tablename__ = "Campaign"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    CampaignStatusId: Mapped[uuid.UUID | None] = _filled()
    TargetDescription: Mapped[str] = _filled()
    TargetTotal: Mapped[int] = _filled()
    TargetAchieve: Mapped[int] = _filled()
    StartDate: Mapped[dt.datetime | None] = _filled()
    EndDate: Mapped[dt.datetime | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    UtmCampaign: Mapped[str] = _filled()
    NextFireTime: Mapped[dt.datetime | None] = _filled()
    FirePeriod: Mapped[int] = _filled()
    CampaignSchemaUId: Mapped[uuid.UUID | None] = _filled()
    ScheduledStartModeId: Mapped[uuid.UUID | None] = _filled()
    ScheduledStopModeId: Mapped[uuid.UUID | None] = _filled()
    ScheduledStartDate: Mapped[dt.datetime | None] = _filled()
    ScheduledStopDate: Mapped[dt.datetime | None] = _filled()
    PrevExecutedOn: Mapped[dt.datetime | None] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    SegmentsStatusId: Mapped[uuid.UUID | None] = _filled()
    Notes: Mapped[str] = _filled()
    SchemaData: Mapped[str] = _filled()
    TargetPercent: Mapped[decimal.Decimal] = _filled()
    InProgress: Mapped[bool] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="campaign_collection_by_owner"
    )
    bulk_email_collection_by_campaign: Mapped[list[BulkEmail]] = orm.relationship(
        foreign_keys="BulkEmail.CampaignId", back_populates="campaign", passive_deletes="all"
    )
    event_collection_by_campaign: Mapped[list[Event]] = orm.relationship(
        foreign_keys="Event.CampaignId", back_populates="campaign", passive_deletes="all"
    )
    lead_collection_by_campaign: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.CampaignId", back_populates="campaign", passive_deletes="all"
    )


class Case(Base):
    """The object Case."""

    __tablename__ = "Case"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Number: Mapped[str] = _filled()
    RegisteredOn: Mapped[dt.datetime | None] = _filled()
    Subject: Mapped[str] = _filled()
    Symptoms: Mapped[str] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ResponseDate: Mapped[dt.datetime | None] = _filled()
    SolutionDate: Mapped[dt.datetime | None] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseStatus.Id"))
    Notes: Mapped[str] = _filled()
    PriorityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CasePriority.Id"))
    OriginId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseOrigin.Id"))
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    GroupId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    RespondedOn: Mapped[dt.datetime | None] = _filled()
    SolutionProvidedOn: Mapped[dt.datetime | None] = _filled()
    ClosureDate: Mapped[dt.datetime | None] = _filled()
    ClosureCodeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ClosureCode.Id"))
    Solution: Mapped[str] = _filled()
    SatisfactionLevelId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SatisfactionLevel.Id"))
    CategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseCategory.Id"))
    ResponseOverdue: Mapped[bool] = _filled()
    SolutionOverdue: Mapped[bool] = _filled()
    SatisfactionLevelComment: Mapped[str] = _filled()
    SolutionRemains: Mapped[decimal.Decimal] = _filled()
    ServicePactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServicePact.Id"))
    ServiceItemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServiceItem.Id"))
    ProblemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Problem.Id"))
    SupportLevelId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("RoleInServiceTeam.Id"))
    SolvedOnSupportLevelId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("RoleInServiceTeam.Id"))
    ParentCaseId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Case.Id"))
    ChangeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Change.Id"))
    ServiceCategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServiceCategory.Id"))
    FirstSolutionProvidedOn: Mapped[dt.datetime | None] = _filled()
    HolderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ProcessingTimeUnitId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    ProcessingTimeUnitValue: Mapped[int] = _filled()
    ConfItemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ConfItem.Id"))
    ParentActivityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Activity.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: Mapped[Contact | None] = orm.relationship(foreign_keys=[OwnerId], back_populates="case_collection_by_owner")
    status: Mapped[CaseStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="case_collection_by_status"
    )
    priority: Mapped[CasePriority | None] = orm.relationship(
        foreign_keys=[PriorityId], back_populates="case_collection_by_priority"
    )
    origin: Mapped[CaseOrigin | None] = orm.relationship(
        foreign_keys=[OriginId], back_populates="case_collection_by_origin"
    )
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="case_collection_by_account"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="case_collection_by_contact"
    )
    group: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="case_collection_by_group"
    )
    closure_code: Mapped[ClosureCode | None] = orm.relationship(
        foreign_keys=[ClosureCodeId], back_populates="case_collection_by_closure_code"
    )
    satisfaction_level: Mapped[SatisfactionLevel | None] = orm.relationship(
        foreign_keys=[SatisfactionLevelId], back_populates="case_collection_by_satisfaction_level"
    )
    category: Mapped[CaseCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="case_collection_by_category"
    )
    service_pact: Mapped[ServicePact | None] = orm.relationship(
        foreign_keys=[ServicePactId], back_populates="case_collection_by_service_pact"
    )
    service_item: Mapped[ServiceItem | None] = orm.relationship(
        foreign_keys=[ServiceItemId], back_populates="case_collection_by_service_item"
    )
    problem: Mapped[Problem | None] = orm.relationship(
        foreign_keys=[ProblemId], back_populates="case_collection_by_problem"
    )
    support_level: Mapped[RoleInServiceTeam | None] = orm.relationship(
        foreign_keys=[SupportLevelId], back_populates="case_collection_by_support_level"
    )
    solved_on_support_level: Mapped[RoleInServiceTeam | None] = orm.relationship(
        foreign_keys=[SolvedOnSupportLevelId], back_populates="case_collection_by_solved_on_support_level"
    )
    parent_case: Mapped[Case | None] = orm.relationship(
        foreign_keys=[ParentCaseId], remote_side=[Id], back_populates="case_collection_by_parent_case"
    )
    change: Mapped[Change | None] = orm.relationship(
        foreign_keys=[ChangeId], back_populates="case_collection_by_change"
    )
    service_category: Mapped[ServiceCategory | None] = orm.relationship(
        foreign_keys=[ServiceCategoryId], back_populates="case_collection_by_service_category"
    )
    holder: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[HolderId], back_populates="case_collection_by_holder"
    )
    processing_time_unit: Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[ProcessingTimeUnitId], back_populates="case_collection_by_processing_time_unit"
    )
    conf_item: Mapped[ConfItem | None] = orm.relationship(
        foreign_keys=[ConfItemId], back_populates="case_collection_by_conf_item"
    )
    parent_activity: Mapped[Activity | None] = orm.relationship(
        foreign_keys=[ParentActivityId], back_populates="case_collection_by_parent_activity"
    )
    activity_collection_by_case: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.CaseId", back_populates="case", passive_deletes="all"
    )
    case_collection_by_parent_case: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ParentCaseId", back_populates="parent_case", passive_deletes="all"
    )
    omni_chat_collection_by_case: Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.CaseId", back_populates="case", passive_deletes="all"
    )
    vw_queue_item_collection_by_case: Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.CaseId", back_populates="case", passive_deletes="all"
    )


class CaseCategory(Base):
    """The object CaseCategory."""

    __tablename__ = "CaseCategory"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_category: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.CategoryId", back_populates="category", passive_deletes="all"
    )
    service_item_collection_by_case_category: Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.CaseCategoryId", back_populates="case_category", passive_deletes="all"
    )


class CaseOrigin(Base):
    """The object CaseOrigin."""

    __tablename__ = "CaseOrigin"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    ImageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="case_origin_collection_by_image"
    )
    case_collection_by_origin: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.OriginId", back_populates="origin", passive_deletes="all"
    )


class CasePriority(Base):
    """The object CasePriority."""

    __tablename__ = "CasePriority"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Priority: Mapped[int] = _filled()
    ImageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    ReactionTimeValue: Mapped[int] = _filled()
    ReactionTimeUnitId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    SolutionTimeValue: Mapped[int] = _filled()
    SolutionTimeUnitId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="case_priority_collection_by_image"
    )
    reaction_time_unit: Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[ReactionTimeUnitId], back_populates="case_priority_collection_by_reaction_time_unit"
    )
    solution_time_unit: Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[SolutionTimeUnitId], back_populates="case_priority_collection_by_solution_time_unit"
    )
    case_collection_by_priority: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.PriorityId", back_populates="priority", passive_deletes="all"
    )


class CaseStatus(Base):
    """The object CaseStatus."""

    __tablename__ = "CaseStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    IsFinal: Mapped[bool] = _filled()
    IsResolved: Mapped[bool] = _filled()
    IsPaused: Mapped[bool] = _filled()
    ButtonCaption: Mapped[str] = _filled()
    ClosureCodeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ClosureCode.Id"))
    IsCloseOnSave: Mapped[bool] = _filled()
    ImageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    Color: Mapped[str] = _filled()
    IsDisplayed: Mapped[bool] = _filled()
    StageNumber: Mapped[int] = _filled()
    StatusColor: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    closure_code: Mapped[ClosureCode | None] = orm.relationship(
        foreign_keys=[ClosureCodeId], back_populates="case_status_collection_by_closure_code"
    )
    image: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="case_status_collection_by_image"
    )
    case_collection_by_status: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.StatusId", back_populates="status", passive_deletes="all"
    )
    satisfaction_level_collection_by_status: Mapped[list[SatisfactionLevel]] = orm.relationship(
        foreign_keys="SatisfactionLevel.StatusId", back_populates="status", passive_deletes="all"
    )


class Change(Base):
    """The object Change."""

    __tablename__ = "Change"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    Number: Mapped[str] = _filled()
    AuthorId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Description: Mapped[str] = _filled()
    RegisteredOn: Mapped[dt.datetime | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    GroupId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ScheduledClosureDate: Mapped[dt.datetime | None] = _filled()
    ClosureDate: Mapped[dt.datetime | None] = _filled()
    PlannedLabor: Mapped[int] = _filled()
    ActualLabor: Mapped[int] = _filled()
    ParentChangeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Change.Id"))
    SourceId: Mapped[uuid.UUID | None] = _filled()
    PurposeId: Mapped[uuid.UUID | None] = _filled()
    CategoryId: Mapped[uuid.UUID | None] = _filled()
    PriorityId: Mapped[uuid.UUID | None] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    Notes: Mapped[str] = _filled()
    ReleaseId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Release.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    author: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[AuthorId], back_populates="change_collection_by_author"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="change_collection_by_owner"
    )
    group: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="change_collection_by_group"
    )
    parent_change: Mapped[Change | None] = orm.relationship(
        foreign_keys=[ParentChangeId], remote_side=[Id], back_populates="change_collection_by_parent_change"
    )
    release: Mapped[Release | None] = orm.relationship(
        foreign_keys=[ReleaseId], back_populates="change_collection_by_release"
    )
    activity_collection_by_change: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ChangeId", back_populates="change", passive_deletes="all"
    )
    case_collection_by_change: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ChangeId", back_populates="change", passive_deletes="all"
    )
    change_collection_by_parent_change: Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.ParentChangeId", back_populates="parent_change", passive_deletes="all"
    )
    problem_collection_by_change: Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.ChangeId", back_populates="change", passive_deletes="all"
    )


class City(Base):
    """The object City."""

    __tablename__ = "City"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    CountryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    RegionId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    TimeZoneId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    country: Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="city_collection_by_country"
    )
    region: Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="city_collection_by_region"
    )
    time_zone: Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="city_collection_by_time_zone"
    )
    account_collection_by_city: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.CityId", back_populates="city", passive_deletes="all"
    )
    conf_item_collection_by_city: Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.CityId", back_populates="city", passive_deletes="all"
    )
    contact_collection_by_city: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.CityId", back_populates="city", passive_deletes="all"
    )
    lead_collection_by_city: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.CityId", back_populates="city", passive_deletes="all"
    )


class ClosureCode(Base):
    """The object ClosureCode."""

    __tablename__ = "ClosureCode"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_closure_code: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ClosureCodeId", back_populates="closure_code", passive_deletes="all"
    )
    case_status_collection_by_closure_code: Mapped[list[CaseStatus]] = orm.relationship(
        foreign_keys="CaseStatus.ClosureCodeId", back_populates="closure_code", passive_deletes="all"
    )


class ConfItem(Base):
    """The object ConfItem."""

    __tablename__ = "ConfItem"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    ModelId: Mapped[uuid.UUID | None] = _filled()
    SerialNumber: Mapped[str] = _filled()
    InventoryNumber: Mapped[str] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    PurchaseDate: Mapped[dt.datetime | None] = _filled()
    CancelDate: Mapped[dt.datetime | None] = _filled()
    WarrantyUntil: Mapped[dt.datetime | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ParentConfItemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ConfItem.Id"))
    CategoryId: Mapped[uuid.UUID | None] = _filled()
    Notes: Mapped[str] = _filled()
    CountryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    RegionId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    CityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("City.Id"))
    Street: Mapped[str] = _filled()
    Address: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="conf_item_collection_by_owner"
    )
    parent_conf_item: Mapped[ConfItem | None] = orm.relationship(
        foreign_keys=[ParentConfItemId], remote_side=[Id], back_populates="conf_item_collection_by_parent_conf_item"
    )
    country: Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="conf_item_collection_by_country"
    )
    region: Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="conf_item_collection_by_region"
    )
    city: Mapped[City | None] = orm.relationship(foreign_keys=[CityId], back_populates="conf_item_collection_by_city")
    activity_collection_by_conf_item: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ConfItemId", back_populates="conf_item", passive_deletes="all"
    )
    case_collection_by_conf_item: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ConfItemId", back_populates="conf_item", passive_deletes="all"
    )
    conf_item_collection_by_parent_conf_item: Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.ParentConfItemId", back_populates="parent_conf_item", passive_deletes="all"
    )
    problem_collection_by_conf_item: Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.ConfItemId", back_populates="conf_item", passive_deletes="all"
    )


class Contact(Base):
    """The object Contact."""

    __tablename__ = "Contact"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    Name: Mapped[str] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Dear: Mapped[str] = _filled()
    SalutationTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactSalutationType.Id"))
    GenderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Gender.Id"))
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    DecisionRoleId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactDecisionRole.Id"))
    TypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactType.Id"))
    JobId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Job.Id"))
    JobTitle: Mapped[str] = _filled()
    DepartmentId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Department.Id"))
    BirthDate: Mapped[dt.datetime | None] = _filled()
    Phone: Mapped[str] = _filled()
    MobilePhone: Mapped[str] = _filled()
    HomePhone: Mapped[str] = _filled()
    Skype: Mapped[str] = _filled()
    Email: Mapped[str] = _filled()
    AddressTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AddressType.Id"))
    Address: Mapped[str] = _filled()
    CityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("City.Id"))
    RegionId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    Zip: Mapped[str] = _filled()
    CountryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    DoNotUseEmail: Mapped[bool] = _filled()
    DoNotUseCall: Mapped[bool] = _filled()
    DoNotUseFax: Mapped[bool] = _filled()
    DoNotUseSms: Mapped[bool] = _filled()
    DoNotUseMail: Mapped[bool] = _filled()
    Notes: Mapped[str] = _filled()
    Facebook: Mapped[str] = _filled()
    LinkedIn: Mapped[str] = _filled()
    Twitter: Mapped[str] = _filled()
    FacebookId: Mapped[str] = _filled()
    LinkedInId: Mapped[str] = _filled()
    TwitterId: Mapped[str] = _filled()
    TwitterAFDAId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SocialAccount.Id"))
    FacebookAFDAId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SocialAccount.Id"))
    LinkedInAFDAId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SocialAccount.Id"))
    PhotoId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    GPSN: Mapped[str] = _filled()
    GPSE: Mapped[str] = _filled()
    Surname: Mapped[str] = _filled()
    GivenName: Mapped[str] = _filled()
    MiddleName: Mapped[str] = _filled()
    Confirmed: Mapped[bool] = _filled()
    IsNonActualEmail: Mapped[bool] = _filled()
    Completeness: Mapped[int] = _filled()
    LanguageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysLanguage.Id"))
    Age: Mapped[int] = _filled()
    IsEmailConfirmed: Mapped[bool] = _filled()
    AdCampaignId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AdCampaign.Id"))
    CustomerNeedId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadType.Id"))
    ChannelId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadMedium.Id"))
    SourceId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadSource.Id"))
    RegisterMethodId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("RegisterMethod.Id"))
    LeadConversionScore: Mapped[int] = _filled()
    ContactPhoto: Mapped[bytes | None] = orm.mapped_column(deferred=True)
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], remote_side=[Id], back_populates="contact_collection_by_owner"
    )
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById], remote_side=[Id])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById], remote_side=[Id])
    salutation_type: Mapped[ContactSalutationType | None] = orm.relationship(
        foreign_keys=[SalutationTypeId], back_populates="contact_collection_by_salutation_type"
    )
    gender: Mapped[Gender | None] = orm.relationship(
        foreign_keys=[GenderId], back_populates="contact_collection_by_gender"
    )
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="contact_collection_by_account"
    )
    decision_role: Mapped[ContactDecisionRole | None] = orm.relationship(
        foreign_keys=[DecisionRoleId], back_populates="contact_collection_by_decision_role"
    )
    type: Mapped[ContactType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="contact_collection_by_type"
    )
    job: Mapped[Job | None] = orm.relationship(foreign_keys=[JobId], back_populates="contact_collection_by_job")
    department: Mapped[Department | None] = orm.relationship(
        foreign_keys=[DepartmentId], back_populates="contact_collection_by_department"
    )
    address_type: Mapped[AddressType | None] = orm.relationship(
        foreign_keys=[AddressTypeId], back_populates="contact_collection_by_address_type"
    )
    city: Mapped[City | None] = orm.relationship(foreign_keys=[CityId], back_populates="contact_collection_by_city")
    region: Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="contact_collection_by_region"
    )
    country: Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="contact_collection_by_country"
    )
    twitter_afda: Mapped[SocialAccount | None] = orm.relationship(
        foreign_keys=[TwitterAFDAId], back_populates="contact_collection_by_twitter_afda"
    )
    facebook_afda: Mapped[SocialAccount | None] = orm.relationship(
        foreign_keys=[FacebookAFDAId], back_populates="contact_collection_by_facebook_afda"
    )
    linked_in_afda: Mapped[SocialAccount | None] = orm.relationship(
        foreign_keys=[LinkedInAFDAId], back_populates="contact_collection_by_linked_in_afda"
    )
    photo: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[PhotoId], back_populates="contact_collection_by_photo"
    )
    language: Mapped[SysLanguage | None] = orm.relationship(
        foreign_keys=[LanguageId], back_populates="contact_collection_by_language"
    )
    ad_campaign: Mapped[AdCampaign | None] = orm.relationship(
        foreign_keys=[AdCampaignId], back_populates="contact_collection_by_ad_campaign"
    )
    customer_need: Mapped[LeadType | None] = orm.relationship(
        foreign_keys=[CustomerNeedId], back_populates="contact_collection_by_customer_need"
    )
    channel: Mapped[LeadMedium | None] = orm.relationship(
        foreign_keys=[ChannelId], back_populates="contact_collection_by_channel"
    )
    source: Mapped[LeadSource | None] = orm.relationship(
        foreign_keys=[SourceId], back_populates="contact_collection_by_source"
    )
    register_method: Mapped[RegisterMethod | None] = orm.relationship(
        foreign_keys=[RegisterMethodId], back_populates="contact_collection_by_register_method"
    )
    account_collection_by_owner: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.OwnerId", back_populates="owner", passive_deletes="all"
    )
    account_collection_by_primary_contact: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.PrimaryContactId", back_populates="primary_contact", passive_deletes="all"
    )
    activity_collection_by_author: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.AuthorId", back_populates="author", passive_deletes="all"
    )
    activity_collection_by_owner: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OwnerId", back_populates="owner", passive_deletes="all"
    )
    activity_collection_by_contact: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ContactId", back_populates="contact", passive_deletes="all"
    )
    activity_collection_by_organizer: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OrganizerId", back_populates="organizer", passive_deletes="all"
    )
    activity_collection_by_sender_contact: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.SenderContactId", back_populates="sender_contact", passive_deletes="all"
    )
    bulk_email_collection_by_owner: Mapped[list[BulkEmail]] = orm.relationship(
        foreign_keys="BulkEmail.OwnerId", back_populates="owner", passive_deletes="all"
    )
    campaign_collection_by_owner: Mapped[list[Campaign]] = orm.relationship(
        foreign_keys="Campaign.OwnerId", back_populates="owner", passive_deletes="all"
    )
    case_collection_by_owner: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.OwnerId", back_populates="owner", passive_deletes="all"
    )
    case_collection_by_contact: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ContactId", back_populates="contact", passive_deletes="all"
    )
    case_collection_by_holder: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.HolderId", back_populates="holder", passive_deletes="all"
    )
    change_collection_by_author: Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.AuthorId", back_populates="author", passive_deletes="all"
    )
    change_collection_by_owner: Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.OwnerId", back_populates="owner", passive_deletes="all"
    )
    conf_item_collection_by_owner: Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.OwnerId", back_populates="owner", passive_deletes="all"
    )
    contact_collection_by_owner: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.OwnerId", back_populates="owner", passive_deletes="all"
    )
    contract_collection_by_owner: Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.OwnerId", back_populates="owner", passive_deletes="all"
    )
    contract_collection_by_contact: Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.ContactId", back_populates="contact", passive_deletes="all"
    )
    document_collection_by_contact: Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.ContactId", back_populates="contact", passive_deletes="all"
    )
    document_collection_by_owner: Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.OwnerId", back_populates="owner", passive_deletes="all"
    )
    event_collection_by_owner: Mapped[list[Event]] = orm.relationship(
        foreign_keys="Event.OwnerId", back_populates="owner", passive_deletes="all"
    )
    generated_web_form_collection_by_owner: Mapped[list[GeneratedWebForm]] = orm.relationship(
        foreign_keys="GeneratedWebForm.OwnerId", back_populates="owner", passive_deletes="all"
    )
    invoice_collection_by_owner: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.OwnerId", back_populates="owner", passive_deletes="all"
    )
    invoice_collection_by_contact: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.ContactId", back_populates="contact", passive_deletes="all"
    )
    lead_collection_by_qualified_contact: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.QualifiedContactId", back_populates="qualified_contact", passive_deletes="all"
    )
    lead_collection_by_owner: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.OwnerId", back_populates="owner", passive_deletes="all"
    )
    lead_collection_by_sales_owner: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.SalesOwnerId", back_populates="sales_owner", passive_deletes="all"
    )
    lead_collection_by_partner_owner: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.PartnerOwnerId", back_populates="partner_owner", passive_deletes="all"
    )
    omni_chat_collection_by_contact: Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.ContactId", back_populates="contact", passive_deletes="all"
    )
    opportunity_collection_by_owner: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.OwnerId", back_populates="owner", passive_deletes="all"
    )
    opportunity_collection_by_contact: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.ContactId", back_populates="contact", passive_deletes="all"
    )
    opportunity_collection_by_decision_maker: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.DecisionMakerId", back_populates="decision_maker", passive_deletes="all"
    )
    opportunity_department_collection_by_sales_director: Mapped[list[OpportunityDepartment]] = orm.relationship(
        foreign_keys="OpportunityDepartment.SalesDirectorId", back_populates="sales_director", passive_deletes="all"
    )
    order_collection_by_owner: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.OwnerId", back_populates="owner", passive_deletes="all"
    )
    order_collection_by_contact: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.ContactId", back_populates="contact", passive_deletes="all"
    )
    problem_collection_by_author: Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.AuthorId", back_populates="author", passive_deletes="all"
    )
    problem_collection_by_owner: Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.OwnerId", back_populates="owner", passive_deletes="all"
    )
    product_collection_by_owner: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.OwnerId", back_populates="owner", passive_deletes="all"
    )
    project_collection_by_contact: Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.ContactId", back_populates="contact", passive_deletes="all"
    )
    project_collection_by_owner: Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.OwnerId", back_populates="owner", passive_deletes="all"
    )
    service_item_collection_by_owner: Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.OwnerId", back_populates="owner", passive_deletes="all"
    )
    service_pact_collection_by_owner: Mapped[list[ServicePact]] = orm.relationship(
        foreign_keys="ServicePact.OwnerId", back_populates="owner", passive_deletes="all"
    )
    service_pact_collection_by_service_provider_contact: Mapped[list[ServicePact]] = orm.relationship(
        foreign_keys="ServicePact.ServiceProviderContactId",
        back_populates="service_provider_contact",
        passive_deletes="all",
    )
    sys_admin_unit_collection_by_contact: Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.ContactId", back_populates="contact", passive_deletes="all"
    )
    vw_queue_item_collection_by_operator: Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.OperatorId", back_populates="operator", passive_deletes="all"
    )
    vw_queue_item_collection_by_contact: Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.ContactId", back_populates="contact", passive_deletes="all"
    )


class ContactDecisionRole(Base):
    """The object ContactDecisionRole."""

    __tablename__ = "ContactDecisionRole"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_decision_role: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.DecisionRoleId", back_populates="decision_role", passive_deletes="all"
    )
    lead_collection_by_decision_role: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.DecisionRoleId", back_populates="decision_role", passive_deletes="all"
    )


class ContactSalutationType(Base):
    """The object ContactSalutationType."""

    __tablename__ = "ContactSalutationType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_salutation_type: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.SalutationTypeId", back_populates="salutation_type", passive_deletes="all"
    )
    lead_collection_by_title: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.TitleId", back_populates="title", passive_deletes="all"
    )


class ContactType(Base):
    """The object ContactType."""

    __tablename__ = "ContactType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Color: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_type: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.TypeId", back_populates="type", passive_deletes="all"
    )


class Contract(Base):
    """The object Contract."""

    __tablename__ = "Contract"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Number: Mapped[str] = _filled()
    StartDate: Mapped[dt.datetime | None] = _filled()
    EndDate: Mapped[dt.datetime | None] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    StateId: Mapped[uuid.UUID | None] = _filled()
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    SupplierBillingInfoId: Mapped[uuid.UUID | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CustomerBillingInfoId: Mapped[uuid.UUID | None] = _filled()
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Notes: Mapped[str] = _filled()
    ParentId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contract.Id"))
    OurCompanyId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    CurrencyId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Currency.Id"))
    CurrencyRate: Mapped[decimal.Decimal] = _filled()
    Amount: Mapped[decimal.Decimal] = _filled()
    PrimaryAmount: Mapped[decimal.Decimal] = _filled()
    OrderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="contract_collection_by_account"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="contract_collection_by_owner"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="contract_collection_by_contact"
    )
    parent: Mapped[Contract | None] = orm.relationship(
        foreign_keys=[ParentId], remote_side=[Id], back_populates="contract_collection_by_parent"
    )
    our_company: Mapped[Account | None] = orm.relationship(
        foreign_keys=[OurCompanyId], back_populates="contract_collection_by_our_company"
    )
    currency: Mapped[Currency | None] = orm.relationship(
        foreign_keys=[CurrencyId], back_populates="contract_collection_by_currency"
    )
    order: Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="contract_collection_by_order"
    )
    activity_collection_by_contract: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ContractId", back_populates="contract", passive_deletes="all"
    )
    contract_collection_by_parent: Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.ParentId", back_populates="parent", passive_deletes="all"
    )
    document_collection_by_contract: Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.ContractId", back_populates="contract", passive_deletes="all"
    )
    invoice_collection_by_contract: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.ContractId", back_populates="contract", passive_deletes="all"
    )


class Country(Base):
    """The object Country."""

    __tablename__ = "Country"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    BillingInfo: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    TimeZoneId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    Code: Mapped[str] = _filled()
    Alpha2Code: Mapped[str] = _filled()
    Image: Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    time_zone: Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="country_collection_by_time_zone"
    )
    account_collection_by_country: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.CountryId", back_populates="country", passive_deletes="all"
    )
    account_ownership_collection_by_country: Mapped[list[AccountOwnership]] = orm.relationship(
        foreign_keys="AccountOwnership.CountryId", back_populates="country", passive_deletes="all"
    )
    city_collection_by_country: Mapped[list[City]] = orm.relationship(
        foreign_keys="City.CountryId", back_populates="country", passive_deletes="all"
    )
    conf_item_collection_by_country: Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.CountryId", back_populates="country", passive_deletes="all"
    )
    contact_collection_by_country: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.CountryId", back_populates="country", passive_deletes="all"
    )
    lead_collection_by_country: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.CountryId", back_populates="country", passive_deletes="all"
    )
    region_collection_by_country: Mapped[list[Region]] = orm.relationship(
        foreign_keys="Region.CountryId", back_populates="country", passive_deletes="all"
    )


class Currency(Base):
    """The object Currency."""

    __tablename__ = "Currency"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    ShortName: Mapped[str] = _filled()
    Symbol: Mapped[str] = _filled()
    RecalcDirection: Mapped[int] = _filled()
    Division: Mapped[int] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    CurrecySymbolPosition: Mapped[int] = _filled()
    Rate: Mapped[decimal.Decimal] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contract_collection_by_currency: Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.CurrencyId", back_populates="currency", passive_deletes="all"
    )
    invoice_collection_by_currency: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.CurrencyId", back_populates="currency", passive_deletes="all"
    )
    order_collection_by_currency: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.CurrencyId", back_populates="currency", passive_deletes="all"
    )
    product_collection_by_currency: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.CurrencyId", back_populates="currency", passive_deletes="all"
    )


class DeliveryType(Base):
    """The object DeliveryType."""

    __tablename__ = "DeliveryType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_delivery_type: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.DeliveryTypeId", back_populates="delivery_type", passive_deletes="all"
    )


class Department(Base):
    """The object Department."""

    __tablename__ = "Department"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_department: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.DepartmentId", back_populates="department", passive_deletes="all"
    )
    lead_collection_by_department: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.DepartmentId", back_populates="department", passive_deletes="all"
    )


class Document(Base):
    """The object Document."""

    __tablename__ = "Document"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Number: Mapped[str] = _filled()
    Date: Mapped[dt.datetime | None] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Notes: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    PaymentAmount: Mapped[decimal.Decimal] = _filled()
    PrimaryPaymentAmount: Mapped[decimal.Decimal] = _filled()
    PaymentDate: Mapped[dt.datetime | None] = _filled()
    OpportunityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    StateId: Mapped[uuid.UUID | None] = _filled()
    ProjectId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Project.Id"))
    ContractId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contract.Id"))
    OrderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="document_collection_by_account"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="document_collection_by_contact"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="document_collection_by_owner"
    )
    opportunity: Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="document_collection_by_opportunity"
    )
    project: Mapped[Project | None] = orm.relationship(
        foreign_keys=[ProjectId], back_populates="document_collection_by_project"
    )
    contract: Mapped[Contract | None] = orm.relationship(
        foreign_keys=[ContractId], back_populates="document_collection_by_contract"
    )
    order: Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="document_collection_by_order"
    )
    activity_collection_by_document: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.DocumentId", back_populates="document", passive_deletes="all"
    )


class EmailSendStatus(Base):
    """The object EmailSendStatus."""

    __tablename__ = "EmailSendStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_email_send_status: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.EmailSendStatusId", back_populates="email_send_status", passive_deletes="all"
    )


class EmailType(Base):
    """The object EmailType."""

    __tablename__ = "EmailType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_message_type: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.MessageTypeId", back_populates="message_type", passive_deletes="all"
    )


class EnrchEmailData(Base):
    """The object EnrchEmailData."""

    __tablename__ = "EnrchEmailData"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    JsonData: Mapped[str] = _filled()
    Hash: Mapped[str] = _filled()
    Status: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_enrch_email_data: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.EnrchEmailDataId", back_populates="enrch_email_data", passive_deletes="all"
    )


class Event(Base):
    """The object Event."""

    __tablename__ = "Event"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    StatusId: Mapped[uuid.UUID | None] = _filled()
    StartDate: Mapped[dt.datetime | None] = _filled()
    EndDate: Mapped[dt.datetime | None] = _filled()
    Goal: Mapped[str] = _filled()
    TerritoryId: Mapped[uuid.UUID | None] = _filled()
    IndustryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountIndustry.Id"))
    ActualResponse: Mapped[str] = _filled()
    PrimaryBudgetedCost: Mapped[decimal.Decimal] = _filled()
    PrimaryExpectedRevenue: Mapped[decimal.Decimal] = _filled()
    PrimaryActualCost: Mapped[decimal.Decimal] = _filled()
    PrimaryActualRevenue: Mapped[decimal.Decimal] = _filled()
    Notes: Mapped[str] = _filled()
    LastActualizeDate: Mapped[dt.datetime | None] = _filled()
    RecipientCount: Mapped[int] = _filled()
    ActualizeStatusId: Mapped[uuid.UUID | None] = _filled()
    CampaignId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Campaign.Id"))
    SegmentsStatusId: Mapped[uuid.UUID | None] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: Mapped[Contact | None] = orm.relationship(foreign_keys=[OwnerId], back_populates="event_collection_by_owner")
    industry: Mapped[AccountIndustry | None] = orm.relationship(
        foreign_keys=[IndustryId], back_populates="event_collection_by_industry"
    )
    campaign: Mapped[Campaign | None] = orm.relationship(
        foreign_keys=[CampaignId], back_populates="event_collection_by_campaign"
    )
    activity_collection_by_event: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.EventId", back_populates="event", passive_deletes="all"
    )
    lead_collection_by_event: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.EventId", back_populates="event", passive_deletes="all"
    )


class Gender(Base):
    """The object Gender."""

    __tablename__ = "Gender"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_gender: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.GenderId", back_populates="gender", passive_deletes="all"
    )
    lead_collection_by_gender: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.GenderId", back_populates="gender", passive_deletes="all"
    )


class GeneratedWebForm(Base):
    """The object GeneratedWebForm."""

    __tablename__ = "GeneratedWebForm"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ExternalURL: Mapped[str] = _filled()
    ReturnURL: Mapped[str] = _filled()
    EntityDefaultValues: Mapped[str] = _filled()
    FormFields: Mapped[str] = _filled()
    Body: Mapped[str] = _filled()
    StateId: Mapped[uuid.UUID | None] = _filled()
    Notes: Mapped[str] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CreateContact: Mapped[bool] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    IdentificationProcessId: Mapped[uuid.UUID | None] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="generated_web_form_collection_by_owner"
    )
    lead_collection_by_web_form: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.WebFormId", back_populates="web_form", passive_deletes="all"
    )


class InformationSource(Base):
    """The object InformationSource."""

    __tablename__ = "InformationSource"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_information_source: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.InformationSourceId", back_populates="information_source", passive_deletes="all"
    )


class Invoice(Base):
    """The object Invoice."""

    __tablename__ = "Invoice"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Number: Mapped[str] = _filled()
    StartDate: Mapped[dt.datetime | None] = _filled()
    PrimaryAmount: Mapped[decimal.Decimal] = _filled()
    PrimaryPaymentAmount: Mapped[decimal.Decimal] = _filled()
    PaymentStatusId: Mapped[uuid.UUID | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    SupplierBillingInfoId: Mapped[uuid.UUID | None] = _filled()
    RemindToOwner: Mapped[bool] = _filled()
    RemindToOwnerDate: Mapped[dt.datetime | None] = _filled()
    CustomerBillingInfoId: Mapped[uuid.UUID | None] = _filled()
    CurrencyId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Currency.Id"))
    CurrencyRate: Mapped[decimal.Decimal] = _filled()
    Amount: Mapped[decimal.Decimal] = _filled()
    DueDate: Mapped[dt.datetime | None] = _filled()
    PaymentAmount: Mapped[decimal.Decimal] = _filled()
    Notes: Mapped[str] = _filled()
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    SupplierId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ProcessListeners: Mapped[int] = _filled()
    ProjectId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Project.Id"))
    OpportunityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    ContractId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contract.Id"))
    OrderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    AmountWithoutTax: Mapped[decimal.Decimal] = _filled()
    PrimaryAmountWithoutTax: Mapped[decimal.Decimal] = _filled()
    PaymentAmountWithoutTax: Mapped[decimal.Decimal] = _filled()
    PrimaryPaymentAmountWithoutTax: Mapped[decimal.Decimal] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="invoice_collection_by_owner"
    )
    currency: Mapped[Currency | None] = orm.relationship(
        foreign_keys=[CurrencyId], back_populates="invoice_collection_by_currency"
    )
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="invoice_collection_by_account"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="invoice_collection_by_contact"
    )
    supplier: Mapped[Account | None] = orm.relationship(
        foreign_keys=[SupplierId], back_populates="invoice_collection_by_supplier"
    )
    project: Mapped[Project | None] = orm.relationship(
        foreign_keys=[ProjectId], back_populates="invoice_collection_by_project"
    )
    opportunity: Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="invoice_collection_by_opportunity"
    )
    contract: Mapped[Contract | None] = orm.relationship(
        foreign_keys=[ContractId], back_populates="invoice_collection_by_contract"
    )
    order: Mapped[Order | None] = orm.relationship(foreign_keys=[OrderId], back_populates="invoice_collection_by_order")
    activity_collection_by_invoice: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.InvoiceId", back_populates="invoice", passive_deletes="all"
    )


class Job(Base):
    """The object Job."""

    __tablename__ = "Job"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_job: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.JobId", back_populates="job", passive_deletes="all"
    )
    lead_collection_by_job: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.JobId", back_populates="job", passive_deletes="all"
    )


class Lead(Base):
    """The object Lead."""

    __tablename__ = "Lead"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Notes: Mapped[str] = _filled()
    Account_: Mapped[str] = _filled("Account")
    Contact_: Mapped[str] = _filled("Contact")
    TitleId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactSalutationType.Id"))
    FullJobTitle: Mapped[str] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadStatus.Id"))
    InformationSourceId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("InformationSource.Id"))
    IndustryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountIndustry.Id"))
    AnnualRevenueId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountAnnualRevenue.Id"))
    EmployeesNumberId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountEmployeesNumber.Id"))
    BusinesPhone: Mapped[str] = _filled()
    MobilePhone: Mapped[str] = _filled()
    Email: Mapped[str] = _filled()
    Fax: Mapped[str] = _filled()
    Website: Mapped[str] = _filled()
    AddressTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AddressType.Id"))
    CountryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    RegionId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Region.Id"))
    CityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("City.Id"))
    Zip: Mapped[str] = _filled()
    Address: Mapped[str] = _filled()
    DoNotUseEmail: Mapped[bool] = _filled()
    DoNotUsePhone: Mapped[bool] = _filled()
    DoNotUseFax: Mapped[bool] = _filled()
    DoNotUseSMS: Mapped[bool] = _filled()
    DoNotUseMail: Mapped[bool] = _filled()
    Commentary: Mapped[str] = _filled()
    QualifiedContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    QualifiedAccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    LeadName: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    CountryStr: Mapped[str] = _filled()
    RegionStr: Mapped[str] = _filled()
    CityStr: Mapped[str] = _filled()
    WebFormId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("GeneratedWebForm.Id"))
    LeadTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadType.Id"))
    LeadTypeStatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadTypeStatus.Id"))
    LeadDisqualifyReasonId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadDisqualifyReason.Id"))
    AccountCategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountCategory.Id"))
    AccountOwnershipId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("AccountOwnership.Id"))
    DepartmentId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Department.Id"))
    GenderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Gender.Id"))
    JobId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Job.Id"))
    DecisionRoleId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ContactDecisionRole.Id"))
    QualifyStatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("QualifyStatus.Id"))
    Dear: Mapped[str] = _filled()
    QualificationProcessId: Mapped[uuid.UUID | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    RemindToOwner: Mapped[bool] = _filled()
    SalesOwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Budget: Mapped[decimal.Decimal] = _filled()
    MeetingDate: Mapped[dt.datetime | None] = _filled()
    DecisionDate: Mapped[dt.datetime | None] = _filled()
    ShowDistributionPage: Mapped[bool] = _filled()
    BpmHref: Mapped[str] = _filled()
    BpmRef: Mapped[str] = _filled()
    RegisterMethodId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadRegisterMethod.Id"))
    LeadSourceId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadSource.Id"))
    LeadMediumId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadMedium.Id"))
    OpportunityDepartmentId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityDepartment.Id"))
    IdentificationPassed: Mapped[bool] = _filled()
    CampaignId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Campaign.Id"))
    BulkEmailId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("BulkEmail.Id"))
    Qualified: Mapped[int] = _filled()
    SaleParticipant: Mapped[int] = _filled()
    QualifiedPercent: Mapped[decimal.Decimal] = _filled()
    SalePercent: Mapped[decimal.Decimal] = _filled()
    StartLeadManagementProcess: Mapped[bool] = _filled()
    SaleType: Mapped[str] = _filled()
    Score: Mapped[decimal.Decimal] = _filled()
    QualificationPassed: Mapped[bool] = _filled()
    EventId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Event.Id"))
    NextActualizationDate: Mapped[dt.datetime | None] = _filled()
    BpmSessionId: Mapped[uuid.UUID | None] = _filled()
    PredictiveScore: Mapped[int] = _filled()
    MovedToFinalStateOn: Mapped[dt.datetime | None] = _filled()
    OpportunityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    PartnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    PartnerOwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    PartnerTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("PartnerType.Id"))
    GroupId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    LeadTypeDetailsId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadTypeDetails.Id"))
    UtmCampaignStr: Mapped[str] = _filled()
    UtmSourceStr: Mapped[str] = _filled()
    UtmMediumStr: Mapped[str] = _filled()
    UtmContentStr: Mapped[str] = _filled()
    UtmTermStr: Mapped[str] = _filled()
    SalesChannelId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityType.Id"))
    ProductSuggestions: Mapped[str] = _filled()
    BusinessCase: Mapped[str] = _filled()
    ClosingDetails: Mapped[str] = _filled()
    LeadGenExtendedLeadInfoId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadGenExtendedLeadInformation.Id"))
    SocialMetadata: Mapped[str] = _filled()
    OrderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    title: Mapped[ContactSalutationType | None] = orm.relationship(
        foreign_keys=[TitleId], back_populates="lead_collection_by_title"
    )
    status: Mapped[LeadStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="lead_collection_by_status"
    )
    information_source: Mapped[InformationSource | None] = orm.relationship(
        foreign_keys=[InformationSourceId], back_populates="lead_collection_by_information_source"
    )
    industry: Mapped[AccountIndustry | None] = orm.relationship(
        foreign_keys=[IndustryId], back_populates="lead_collection_by_industry"
    )
    annual_revenue: Mapped[AccountAnnualRevenue | None] = orm.relationship(
        foreign_keys=[AnnualRevenueId], back_populates="lead_collection_by_annual_revenue"
    )
    employees_number: Mapped[AccountEmployeesNumber | None] = orm.relationship(
        foreign_keys=[EmployeesNumberId], back_populates="lead_collection_by_employees_number"
    )
    address_type: Mapped[AddressType | None] = orm.relationship(
        foreign_keys=[AddressTypeId], back_populates="lead_collection_by_address_type"
    )
    country: Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="lead_collection_by_country"
    )
    region: Mapped[Region | None] = orm.relationship(
        foreign_keys=[RegionId], back_populates="lead_collection_by_region"
    )
    city: Mapped[City | None] = orm.relationship(foreign_keys=[CityId], back_populates="lead_collection_by_city")
    qualified_contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[QualifiedContactId], back_populates="lead_collection_by_qualified_contact"
    )
    qualified_account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[QualifiedAccountId], back_populates="lead_collection_by_qualified_account"
    )
    web_form: Mapped[GeneratedWebForm | None] = orm.relationship(
        foreign_keys=[WebFormId], back_populates="lead_collection_by_web_form"
    )
    lead_type: Mapped[LeadType | None] = orm.relationship(
        foreign_keys=[LeadTypeId], back_populates="lead_collection_by_lead_type"
    )
    lead_type_status: Mapped[LeadTypeStatus | None] = orm.relationship(
        foreign_keys=[LeadTypeStatusId], back_populates="lead_collection_by_lead_type_status"
    )
    lead_disqualify_reason: Mapped[LeadDisqualifyReason | None] = orm.relationship(
        foreign_keys=[LeadDisqualifyReasonId], back_populates="lead_collection_by_lead_disqualify_reason"
    )
    account_category: Mapped[AccountCategory | None] = orm.relationship(
        foreign_keys=[AccountCategoryId], back_populates="lead_collection_by_account_category"
    )
    account_ownership: Mapped[AccountOwnership | None] = orm.relationship(
        foreign_keys=[AccountOwnershipId], back_populates="lead_collection_by_account_ownership"
    )
    department: Mapped[Department | None] = orm.relationship(
        foreign_keys=[DepartmentId], back_populates="lead_collection_by_department"
    )
    gender: Mapped[Gender | None] = orm.relationship(
        foreign_keys=[GenderId], back_populates="lead_collection_by_gender"
    )
    job: Mapped[Job | None] = orm.relationship(foreign_keys=[JobId], back_populates="lead_collection_by_job")
    decision_role: Mapped[ContactDecisionRole | None] = orm.relationship(
        foreign_keys=[DecisionRoleId], back_populates="lead_collection_by_decision_role"
    )
    qualify_status: Mapped[QualifyStatus | None] = orm.relationship(
        foreign_keys=[QualifyStatusId], back_populates="lead_collection_by_qualify_status"
    )
    owner: Mapped[Contact | None] = orm.relationship(foreign_keys=[OwnerId], back_populates="lead_collection_by_owner")
    sales_owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[SalesOwnerId], back_populates="lead_collection_by_sales_owner"
    )
    register_method: Mapped[LeadRegisterMethod | None] = orm.relationship(
        foreign_keys=[RegisterMethodId], back_populates="lead_collection_by_register_method"
    )
    lead_source: Mapped[LeadSource | None] = orm.relationship(
        foreign_keys=[LeadSourceId], back_populates="lead_collection_by_lead_source"
    )
    lead_medium: Mapped[LeadMedium | None] = orm.relationship(
        foreign_keys=[LeadMediumId], back_populates="lead_collection_by_lead_medium"
    )
    opportunity_department: Mapped[OpportunityDepartment | None] = orm.relationship(
        foreign_keys=[OpportunityDepartmentId], back_populates="lead_collection_by_opportunity_department"
    )
    campaign: Mapped[Campaign | None] = orm.relationship(
        foreign_keys=[CampaignId], back_populates="lead_collection_by_campaign"
    )
    bulk_email: Mapped[BulkEmail | None] = orm.relationship(
        foreign_keys=[BulkEmailId], back_populates="lead_collection_by_bulk_email"
    )
    event: Mapped[Event | None] = orm.relationship(foreign_keys=[EventId], back_populates="lead_collection_by_event")
    opportunity: Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="lead_collection_by_opportunity"
    )
    partner: Mapped[Account | None] = orm.relationship(
        foreign_keys=[PartnerId], back_populates="lead_collection_by_partner"
    )
    partner_owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[PartnerOwnerId], back_populates="lead_collection_by_partner_owner"
    )
    partner_type: Mapped[PartnerType | None] = orm.relationship(
        foreign_keys=[PartnerTypeId], back_populates="lead_collection_by_partner_type"
    )
    group: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="lead_collection_by_group"
    )
    lead_type_details: Mapped[LeadTypeDetails | None] = orm.relationship(
        foreign_keys=[LeadTypeDetailsId], back_populates="lead_collection_by_lead_type_details"
    )
    sales_channel: Mapped[OpportunityType | None] = orm.relationship(
        foreign_keys=[SalesChannelId], back_populates="lead_collection_by_sales_channel"
    )
    lead_gen_extended_lead_info: Mapped[LeadGenExtendedLeadInformation | None] = orm.relationship(
        foreign_keys=[LeadGenExtendedLeadInfoId], back_populates="lead_collection_by_lead_gen_extended_lead_info"
    )
    order: Mapped[Order | None] = orm.relationship(foreign_keys=[OrderId], back_populates="lead_collection_by_order")
    activity_collection_by_lead: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.LeadId", back_populates="lead", passive_deletes="all"
    )
    omni_chat_collection_by_lead: Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.LeadId", back_populates="lead", passive_deletes="all"
    )


class LeadDisqualifyReason(Base):
    """The object LeadDisqualifyReason."""

    __tablename__ = "LeadDisqualifyReason"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_lead_disqualify_reason: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadDisqualifyReasonId", back_populates="lead_disqualify_reason", passive_deletes="all"
    )


class LeadGenExtendedLeadInformation(Base):
    """The object LeadGenExtendedLeadInformation."""

    __tablename__ = "LeadGenExtendedLeadInformation"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    SocialLeadId: Mapped[str] = _filled()
    IsOrganicFacebook: Mapped[bool] = _filled()
    FacebookPlatform: Mapped[str] = _filled()
    LeadGenLeadFormsId: Mapped[uuid.UUID | None] = _filled()
    LeadGenCampaignGroupsId: Mapped[uuid.UUID | None] = _filled()
    LeadGenCampaignsId: Mapped[uuid.UUID | None] = _filled()
    LeadGenAdSetsId: Mapped[uuid.UUID | None] = _filled()
    LeadGenAdsId: Mapped[uuid.UUID | None] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_lead_gen_extended_lead_info: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadGenExtendedLeadInfoId",
        back_populates="lead_gen_extended_lead_info",
        passive_deletes="all",
    )


class LeadMedium(Base):
    """The object LeadMedium."""

    __tablename__ = "LeadMedium"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_channel: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.ChannelId", back_populates="channel", passive_deletes="all"
    )
    lead_collection_by_lead_medium: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadMediumId", back_populates="lead_medium", passive_deletes="all"
    )
    lead_source_collection_by_lead_medium: Mapped[list[LeadSource]] = orm.relationship(
        foreign_keys="LeadSource.LeadMediumId", back_populates="lead_medium", passive_deletes="all"
    )


class LeadRegisterMethod(Base):
    """The object LeadRegisterMethod."""

    __tablename__ = "LeadRegisterMethod"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_register_method: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.RegisterMethodId", back_populates="register_method", passive_deletes="all"
    )


class LeadSource(Base):
    """The object LeadSource."""

    __tablename__ = "LeadSource"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    LeadMediumId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadMedium.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_medium: Mapped[LeadMedium | None] = orm.relationship(
        foreign_keys=[LeadMediumId], back_populates="lead_source_collection_by_lead_medium"
    )
    contact_collection_by_source: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.SourceId", back_populates="source", passive_deletes="all"
    )
    lead_collection_by_lead_source: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadSourceId", back_populates="lead_source", passive_deletes="all"
    )


class LeadStatus(Base):
    """The object LeadStatus."""

    __tablename__ = "LeadStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Active: Mapped[bool] = _filled()
    Color: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_status: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.StatusId", back_populates="status", passive_deletes="all"
    )


class LeadType(Base):
    """The object LeadType."""

    __tablename__ = "LeadType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    ImageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="lead_type_collection_by_image"
    )
    contact_collection_by_customer_need: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.CustomerNeedId", back_populates="customer_need", passive_deletes="all"
    )
    lead_collection_by_lead_type: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadTypeId", back_populates="lead_type", passive_deletes="all"
    )
    opportunity_collection_by_lead_type: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.LeadTypeId", back_populates="lead_type", passive_deletes="all"
    )


class LeadTypeDetails(Base):
    """The object LeadTypeDetails."""

    __tablename__ = "LeadTypeDetails"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_lead_type_details: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadTypeDetailsId", back_populates="lead_type_details", passive_deletes="all"
    )


class LeadTypeStatus(Base):
    """The object LeadTypeStatus."""

    __tablename__ = "LeadTypeStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Value: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_lead_type_status: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.LeadTypeStatusId", back_populates="lead_type_status", passive_deletes="all"
    )


class OmniChat(Base):
    """The object OmniChat."""

    __tablename__ = "OmniChat"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    Notes: Mapped[str] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    CloseDate: Mapped[dt.datetime | None] = _filled()
    ChatPreview: Mapped[str] = _filled()
    Conversation: Mapped[str] = _filled()
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ChannelId: Mapped[uuid.UUID | None] = _filled()
    OperatorId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    UnprocessedMsgCount: Mapped[int] = _filled()
    ChatStartDate: Mapped[dt.datetime | None] = _filled()
    ChatEndDate: Mapped[dt.datetime | None] = _filled()
    FirstReplyTime: Mapped[int] = _filled()
    AcceptDate: Mapped[dt.datetime | None] = _filled()
    DirectedOperatorId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ChatDuration: Mapped[int] = _filled()
    CompletionDate: Mapped[dt.datetime | None] = _filled()
    CaseId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Case.Id"))
    ParentId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OmniChat.Id"))
    LastMessageDirection: Mapped[int] = _filled()
    QueueId: Mapped[uuid.UUID | None] = _filled()
    LeadId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Lead.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="omni_chat_collection_by_contact"
    )
    operator: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[OperatorId], back_populates="omni_chat_collection_by_operator"
    )
    directed_operator: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[DirectedOperatorId], back_populates="omni_chat_collection_by_directed_operator"
    )
    case: Mapped[Case | None] = orm.relationship(foreign_keys=[CaseId], back_populates="omni_chat_collection_by_case")
    parent: Mapped[OmniChat | None] = orm.relationship(
        foreign_keys=[ParentId], remote_side=[Id], back_populates="omni_chat_collection_by_parent"
    )
    lead: Mapped[Lead | None] = orm.relationship(foreign_keys=[LeadId], back_populates="omni_chat_collection_by_lead")
    activity_collection_by_omni_chat: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OmniChatId", back_populates="omni_chat", passive_deletes="all"
    )
    omni_chat_collection_by_parent: Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.ParentId", back_populates="parent", passive_deletes="all"
    )


class Opportunity(Base):
    """The object Opportunity."""

    __tablename__ = "Opportunity"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    Title: Mapped[str] = _filled()
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityType.Id"))
    StageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityStage.Id"))
    DueDate: Mapped[dt.datetime | None] = _filled()
    CloseReasonId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityCloseReason.Id"))
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Notes: Mapped[str] = _filled()
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    CategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityCategory.Id"))
    MoodId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityMood.Id"))
    IsPrimary: Mapped[bool] = _filled()
    PartnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    Budget: Mapped[decimal.Decimal] = _filled()
    Probability: Mapped[int] = _filled()
    Amount: Mapped[decimal.Decimal] = _filled()
    SourceId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunitySource.Id"))
    ResponsibleDepartmentId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OpportunityDepartment.Id"))
    Weaknesses: Mapped[str] = _filled()
    Strength: Mapped[str] = _filled()
    Tactic: Mapped[str] = _filled()
    CheckDate: Mapped[dt.datetime | None] = _filled()
    ProcessId: Mapped[uuid.UUID | None] = _filled()
    WinnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Completeness: Mapped[int] = _filled()
    Description: Mapped[str] = _filled()
    LeadTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("LeadType.Id"))
    PredictiveProbability: Mapped[int] = _filled()
    MoodValue: Mapped[int] = _filled()
    GroupId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ProductSuggestions: Mapped[str] = _filled()
    BuyingProcess: Mapped[str] = _filled()
    WhyNow: Mapped[str] = _filled()
    Why: Mapped[str] = _filled()
    What: Mapped[str] = _filled()
    EngagementTactic: Mapped[str] = _filled()
    WhyOurCompany: Mapped[str] = _filled()
    ForecastCommit: Mapped[bool] = _filled()
    DecisionMakerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ClosingDetails: Mapped[str] = _filled()
    ByProcess: Mapped[bool] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    type: Mapped[OpportunityType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="opportunity_collection_by_type"
    )
    stage: Mapped[OpportunityStage | None] = orm.relationship(
        foreign_keys=[StageId], back_populates="opportunity_collection_by_stage"
    )
    close_reason: Mapped[OpportunityCloseReason | None] = orm.relationship(
        foreign_keys=[CloseReasonId], back_populates="opportunity_collection_by_close_reason"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="opportunity_collection_by_owner"
    )
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="opportunity_collection_by_account"
    )
    category: Mapped[OpportunityCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="opportunity_collection_by_category"
    )
    mood: Mapped[OpportunityMood | None] = orm.relationship(
        foreign_keys=[MoodId], back_populates="opportunity_collection_by_mood"
    )
    partner: Mapped[Account | None] = orm.relationship(
        foreign_keys=[PartnerId], back_populates="opportunity_collection_by_partner"
    )
    source: Mapped[OpportunitySource | None] = orm.relationship(
        foreign_keys=[SourceId], back_populates="opportunity_collection_by_source"
    )
    responsible_department: Mapped[OpportunityDepartment | None] = orm.relationship(
        foreign_keys=[ResponsibleDepartmentId], back_populates="opportunity_collection_by_responsible_department"
    )
    winner: Mapped[Account | None] = orm.relationship(
        foreign_keys=[WinnerId], back_populates="opportunity_collection_by_winner"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="opportunity_collection_by_contact"
    )
    lead_type: Mapped[LeadType | None] = orm.relationship(
        foreign_keys=[LeadTypeId], back_populates="opportunity_collection_by_lead_type"
    )
    group: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="opportunity_collection_by_group"
    )
    decision_maker: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[DecisionMakerId], back_populates="opportunity_collection_by_decision_maker"
    )
    activity_collection_by_opportunity: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    document_collection_by_opportunity: Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    invoice_collection_by_opportunity: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    lead_collection_by_opportunity: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    order_collection_by_opportunity: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )
    project_collection_by_opportunity: Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.OpportunityId", back_populates="opportunity", passive_deletes="all"
    )


class OpportunityCategory(Base):
    """The object OpportunityCategory."""

    __tablename__ = "OpportunityCategory"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    opportunity_collection_by_category: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.CategoryId", back_populates="category", passive_deletes="all"
    )


class OpportunityCloseReason(Base):
    """The object OpportunityCloseReason."""

    __tablename__ = "OpportunityCloseReason"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    opportunity_collection_by_close_reason: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.CloseReasonId", back_populates="close_reason", passive_deletes="all"
    )


class OpportunityDepartment(Base):
    """The object OpportunityDepartment."""

    __tablename__ = "OpportunityDepartment"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    SysAdminUnitId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    SalesDirectorId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    sys_admin_unit: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[SysAdminUnitId], back_populates="opportunity_department_collection_by_sys_admin_unit"
    )
    sales_director: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[SalesDirectorId], back_populates="opportunity_department_collection_by_sales_director"
    )
    lead_collection_by_opportunity_department: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.OpportunityDepartmentId", back_populates="opportunity_department", passive_deletes="all"
    )
    opportunity_collection_by_responsible_department: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.ResponsibleDepartmentId",
        back_populates="responsible_department",
        passive_deletes="all",
    )


class OpportunityMood(Base):
    """The object OpportunityMood."""

    __tablename__ = "OpportunityMood"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    ImageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    Position: Mapped[int] = _filled()
    Percent: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    image: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="opportunity_mood_collection_by_image"
    )
    opportunity_collection_by_mood: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.MoodId", back_populates="mood", passive_deletes="all"
    )


class OpportunitySource(Base):
    """The object OpportunitySource."""

    __tablename__ = "OpportunitySource"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    opportunity_collection_by_source: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.SourceId", back_populates="source", passive_deletes="all"
    )


class OpportunityStage(Base):
    """The object OpportunityStage."""

    __tablename__ = "OpportunityStage"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    End: Mapped[bool] = _filled()
    Successful: Mapped[bool] = _filled()
    Number: Mapped[int] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    MaxProbability: Mapped[int] = _filled()
    NextStepTerm: Mapped[int] = _filled()
    ShowInFunnel: Mapped[bool] = _filled()
    Color: Mapped[str] = _filled()
    ShowInProgressBar: Mapped[bool] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    opportunity_collection_by_stage: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.StageId", back_populates="stage", passive_deletes="all"
    )


class OpportunityType(Base):
    """The object OpportunityType."""

    __tablename__ = "OpportunityType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_sales_channel: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.SalesChannelId", back_populates="sales_channel", passive_deletes="all"
    )
    opportunity_collection_by_type: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.TypeId", back_populates="type", passive_deletes="all"
    )


class Order(Base):
    """The object Order."""

    __tablename__ = "Order"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Number: Mapped[str] = _filled()
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    Date: Mapped[dt.datetime | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    StatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OrderStatus.Id"))
    PaymentStatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OrderPaymentStatus.Id"))
    DeliveryStatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("OrderDeliveryStatus.Id"))
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    DueDate: Mapped[dt.datetime | None] = _filled()
    ActualDate: Mapped[dt.datetime | None] = _filled()
    CurrencyId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Currency.Id"))
    CurrencyRate: Mapped[decimal.Decimal] = _filled()
    Amount: Mapped[decimal.Decimal] = _filled()
    PaymentAmount: Mapped[decimal.Decimal] = _filled()
    PrimaryAmount: Mapped[decimal.Decimal] = _filled()
    PrimaryPaymentAmount: Mapped[decimal.Decimal] = _filled()
    SourceOrderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SourceOrder.Id"))
    Notes: Mapped[str] = _filled()
    OpportunityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    DeliveryAddress: Mapped[str] = _filled()
    DeliveryTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("DeliveryType.Id"))
    PaymentTypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("PaymentType.Id"))
    ReceiverName: Mapped[str] = _filled()
    Comment: Mapped[str] = _filled()
    ContactNumber: Mapped[str] = _filled()
    UsrComment: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="order_collection_by_account"
    )
    owner: Mapped[Contact | None] = orm.relationship(foreign_keys=[OwnerId], back_populates="order_collection_by_owner")
    status: Mapped[OrderStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="order_collection_by_status"
    )
    payment_status: Mapped[OrderPaymentStatus | None] = orm.relationship(
        foreign_keys=[PaymentStatusId], back_populates="order_collection_by_payment_status"
    )
    delivery_status: Mapped[OrderDeliveryStatus | None] = orm.relationship(
        foreign_keys=[DeliveryStatusId], back_populates="order_collection_by_delivery_status"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="order_collection_by_contact"
    )
    currency: Mapped[Currency | None] = orm.relationship(
        foreign_keys=[CurrencyId], back_populates="order_collection_by_currency"
    )
    source_order: Mapped[SourceOrder | None] = orm.relationship(
        foreign_keys=[SourceOrderId], back_populates="order_collection_by_source_order"
    )
    opportunity: Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="order_collection_by_opportunity"
    )
    delivery_type: Mapped[DeliveryType | None] = orm.relationship(
        foreign_keys=[DeliveryTypeId], back_populates="order_collection_by_delivery_type"
    )
    payment_type: Mapped[PaymentType | None] = orm.relationship(
        foreign_keys=[PaymentTypeId], back_populates="order_collection_by_payment_type"
    )
    activity_collection_by_order: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OrderId", back_populates="order", passive_deletes="all"
    )
    contract_collection_by_order: Mapped[list[Contract]] = orm.relationship(
        foreign_keys="Contract.OrderId", back_populates="order", passive_deletes="all"
    )
    document_collection_by_order: Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.OrderId", back_populates="order", passive_deletes="all"
    )
    invoice_collection_by_order: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.OrderId", back_populates="order", passive_deletes="all"
    )
    lead_collection_by_order: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.OrderId", back_populates="order", passive_deletes="all"
    )
    vw_queue_item_collection_by_order: Mapped[list[VwQueueItem]] = orm.relationship(
        foreign_keys="VwQueueItem.OrderId", back_populates="order", passive_deletes="all"
    )


class OrderDeliveryStatus(Base):
    """The object OrderDeliveryStatus."""

    __tablename__ = "OrderDeliveryStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Position: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_delivery_status: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.DeliveryStatusId", back_populates="delivery_status", passive_deletes="all"
    )


class OrderPaymentStatus(Base):
    """The object OrderPaymentStatus."""

    __tablename__ = "OrderPaymentStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Position: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_payment_status: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.PaymentStatusId", back_populates="payment_status", passive_deletes="all"
    )


class OrderStatus(Base):
    """The object OrderStatus."""

    __tablename__ = "OrderStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Position: Mapped[int] = _filled()
    FinalStatus: Mapped[bool] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_status: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.StatusId", back_populates="status", passive_deletes="all"
    )


class PartnerType(Base):
    """The object PartnerType."""

    __tablename__ = "PartnerType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_partner_type: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.PartnerTypeId", back_populates="partner_type", passive_deletes="all"
    )


class PaymentType(Base):
    """The object PaymentType."""

    __tablename__ = "PaymentType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_payment_type: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.PaymentTypeId", back_populates="payment_type", passive_deletes="all"
    )


class Pricelist(Base):
    """The object Pricelist."""

    __tablename__ = "Pricelist"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_price_list: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.PriceListId", back_populates="price_list", passive_deletes="all"
    )


class Problem(Base):
    """The object Problem."""

    __tablename__ = "Problem"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    Number: Mapped[str] = _filled()
    AuthorId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    TypeId: Mapped[uuid.UUID | None] = _filled()
    RegisteredOn: Mapped[dt.datetime | None] = _filled()
    Symptoms: Mapped[str] = _filled()
    PriorityId: Mapped[uuid.UUID | None] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    GroupId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ConfItemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ConfItem.Id"))
    Solution: Mapped[str] = _filled()
    ServiceItemId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServiceItem.Id"))
    SolutionPlanedOn: Mapped[dt.datetime | None] = _filled()
    SolutionProvidedOn: Mapped[dt.datetime | None] = _filled()
    ClosureDate: Mapped[dt.datetime | None] = _filled()
    ChangeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Change.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    author: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[AuthorId], back_populates="problem_collection_by_author"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="problem_collection_by_owner"
    )
    group: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[GroupId], back_populates="problem_collection_by_group"
    )
    conf_item: Mapped[ConfItem | None] = orm.relationship(
        foreign_keys=[ConfItemId], back_populates="problem_collection_by_conf_item"
    )
    service_item: Mapped[ServiceItem | None] = orm.relationship(
        foreign_keys=[ServiceItemId], back_populates="problem_collection_by_service_item"
    )
    change: Mapped[Change | None] = orm.relationship(
        foreign_keys=[ChangeId], back_populates="problem_collection_by_change"
    )
    activity_collection_by_problem: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ProblemId", back_populates="problem", passive_deletes="all"
    )
    case_collection_by_problem: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ProblemId", back_populates="problem", passive_deletes="all"
    )


class Product(Base):
    """The object Product."""

    __tablename__ = "Product"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    UnitId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Unit.Id"))
    CurrencyId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Currency.Id"))
    Price: Mapped[decimal.Decimal] = _filled()
    TaxId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Tax.Id"))
    URL: Mapped[str] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ProductType.Id"))
    Active: Mapped[bool] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Description: Mapped[str] = _filled()
    ProductSourceId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ProductSource.Id"))
    Notes: Mapped[str] = _filled()
    CategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ProductCategory.Id"))
    TradeMarkId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TradeMark.Id"))
    GeneralConditions: Mapped[str] = _filled()
    PictureId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    IsArchive: Mapped[bool] = _filled()
    ShortDescription: Mapped[str] = _filled()
    Benefits: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    unit: Mapped[Unit | None] = orm.relationship(foreign_keys=[UnitId], back_populates="product_collection_by_unit")
    currency: Mapped[Currency | None] = orm.relationship(
        foreign_keys=[CurrencyId], back_populates="product_collection_by_currency"
    )
    tax: Mapped[Tax | None] = orm.relationship(foreign_keys=[TaxId], back_populates="product_collection_by_tax")
    type: Mapped[ProductType | None] = orm.relationship(
        foreign_keys=[TypeId], back_populates="product_collection_by_type"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="product_collection_by_owner"
    )
    product_source: Mapped[ProductSource | None] = orm.relationship(
        foreign_keys=[ProductSourceId], back_populates="product_collection_by_product_source"
    )
    category: Mapped[ProductCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="product_collection_by_category"
    )
    trade_mark: Mapped[TradeMark | None] = orm.relationship(
        foreign_keys=[TradeMarkId], back_populates="product_collection_by_trade_mark"
    )
    picture: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[PictureId], back_populates="product_collection_by_picture"
    )


class ProductCategory(Base):
    """The object ProductCategory."""

    __tablename__ = "ProductCategory"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_category: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.CategoryId", back_populates="category", passive_deletes="all"
    )
    product_type_collection_by_category: Mapped[list[ProductType]] = orm.relationship(
        foreign_keys="ProductType.CategoryId", back_populates="category", passive_deletes="all"
    )


class ProductSource(Base):
    """The object ProductSource."""

    __tablename__ = "ProductSource"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Image: Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_product_source: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.ProductSourceId", back_populates="product_source", passive_deletes="all"
    )


class ProductType(Base):
    """The object ProductType."""

    __tablename__ = "ProductType"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    IsService: Mapped[bool] = _filled()
    CategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ProductCategory.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    category: Mapped[ProductCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="product_type_collection_by_category"
    )
    product_collection_by_type: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.TypeId", back_populates="type", passive_deletes="all"
    )


class Project(Base):
    """The object Project."""

    __tablename__ = "Project"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Notes: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ProjectEntryTypeId: Mapped[uuid.UUID | None] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    StatusId: Mapped[uuid.UUID | None] = _filled()
    StartDate: Mapped[dt.datetime | None] = _filled()
    EndDate: Mapped[dt.datetime | None] = _filled()
    Duration: Mapped[int] = _filled()
    Deadline: Mapped[dt.datetime | None] = _filled()
    SupplierId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    OpportunityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Opportunity.Id"))
    ParentProjectId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Project.Id"))
    ActualCompletion: Mapped[decimal.Decimal] = _filled()
    IsAutoCalcCompletion: Mapped[bool] = _filled()
    PlanIncome: Mapped[decimal.Decimal] = _filled()
    FactIncome: Mapped[decimal.Decimal] = _filled()
    IncomeDev: Mapped[decimal.Decimal] = _filled()
    IncomeDevPerc: Mapped[decimal.Decimal] = _filled()
    PlanExternalCost: Mapped[decimal.Decimal] = _filled()
    FactExternalCost: Mapped[decimal.Decimal] = _filled()
    ExternalCostDev: Mapped[decimal.Decimal] = _filled()
    PlanExternalDevPerc: Mapped[decimal.Decimal] = _filled()
    PlanExpense: Mapped[decimal.Decimal] = _filled()
    FactExpense: Mapped[decimal.Decimal] = _filled()
    ExpenseDev: Mapped[decimal.Decimal] = _filled()
    ExpenseDevPerc: Mapped[decimal.Decimal] = _filled()
    PlanInternalCost: Mapped[decimal.Decimal] = _filled()
    FactInternalCost: Mapped[decimal.Decimal] = _filled()
    InternalCostDev: Mapped[decimal.Decimal] = _filled()
    PlanInternalDevPerc: Mapped[decimal.Decimal] = _filled()
    PlanMargin: Mapped[decimal.Decimal] = _filled()
    PlanMarginPerc: Mapped[decimal.Decimal] = _filled()
    FactMargin: Mapped[decimal.Decimal] = _filled()
    FactMarginPerc: Mapped[decimal.Decimal] = _filled()
    MarginDev: Mapped[decimal.Decimal] = _filled()
    MarginDevPerc: Mapped[decimal.Decimal] = _filled()
    Position: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="project_collection_by_account"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="project_collection_by_contact"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="project_collection_by_owner"
    )
    supplier: Mapped[Account | None] = orm.relationship(
        foreign_keys=[SupplierId], back_populates="project_collection_by_supplier"
    )
    opportunity: Mapped[Opportunity | None] = orm.relationship(
        foreign_keys=[OpportunityId], back_populates="project_collection_by_opportunity"
    )
    parent_project: Mapped[Project | None] = orm.relationship(
        foreign_keys=[ParentProjectId], remote_side=[Id], back_populates="project_collection_by_parent_project"
    )
    activity_collection_by_project: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ProjectId", back_populates="project", passive_deletes="all"
    )
    document_collection_by_project: Mapped[list[Document]] = orm.relationship(
        foreign_keys="Document.ProjectId", back_populates="project", passive_deletes="all"
    )
    invoice_collection_by_project: Mapped[list[Invoice]] = orm.relationship(
        foreign_keys="Invoice.ProjectId", back_populates="project", passive_deletes="all"
    )
    project_collection_by_parent_project: Mapped[list[Project]] = orm.relationship(
        foreign_keys="Project.ParentProjectId", back_populates="parent_project", passive_deletes="all"
    )


class QualifyStatus(Base):
    """The object QualifyStatus."""

    __tablename__ = "QualifyStatus"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    StageNumber: Mapped[int] = _filled()
    Color: Mapped[str] = _filled()
    IsDisplayed: Mapped[bool] = _filled()
    StageOrder: Mapped[int] = _filled()
    StageInnerOrder: Mapped[int] = _filled()
    IsFinal: Mapped[bool] = _filled()
    Successful: Mapped[bool] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    lead_collection_by_qualify_status: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.QualifyStatusId", back_populates="qualify_status", passive_deletes="all"
    )


class Region(Base):
    """The object Region."""

    __tablename__ = "Region"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    CountryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Country.Id"))
    ProcessListeners: Mapped[int] = _filled()
    TimeZoneId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeZone.Id"))
    Code: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    country: Mapped[Country | None] = orm.relationship(
        foreign_keys=[CountryId], back_populates="region_collection_by_country"
    )
    time_zone: Mapped[TimeZone | None] = orm.relationship(
        foreign_keys=[TimeZoneId], back_populates="region_collection_by_time_zone"
    )
    account_collection_by_region: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.RegionId", back_populates="region", passive_deletes="all"
    )
    city_collection_by_region: Mapped[list[City]] = orm.relationship(
        foreign_keys="City.RegionId", back_populates="region", passive_deletes="all"
    )
    conf_item_collection_by_region: Mapped[list[ConfItem]] = orm.relationship(
        foreign_keys="ConfItem.RegionId", back_populates="region", passive_deletes="all"
    )
    contact_collection_by_region: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.RegionId", back_populates="region", passive_deletes="all"
    )
    lead_collection_by_region: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.RegionId", back_populates="region", passive_deletes="all"
    )


class RegisterMethod(Base):
    """The object RegisterMethod."""

    __tablename__ = "RegisterMethod"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_register_method: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.RegisterMethodId", back_populates="register_method", passive_deletes="all"
    )


class Release(Base):
    """The object Release."""

    __tablename__ = "Release"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    Number: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ScheduledReleaseDate: Mapped[dt.datetime | None] = _filled()
    PlannedLabor: Mapped[int] = _filled()
    ReleasedOn: Mapped[dt.datetime | None] = _filled()
    DevelopmentFinishedOn: Mapped[dt.datetime | None] = _filled()
    TestingFinishedOn: Mapped[dt.datetime | None] = _filled()
    DeploymentFinishedOn: Mapped[dt.datetime | None] = _filled()
    ActualLabor: Mapped[int] = _filled()
    ActualDevelopmentLabor: Mapped[int] = _filled()
    ActualTestingLabor: Mapped[int] = _filled()
    ActualDeploymentLabor: Mapped[int] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    PriorityId: Mapped[uuid.UUID | None] = _filled()
    Notes: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_release: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.ReleaseId", back_populates="release", passive_deletes="all"
    )
    change_collection_by_release: Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.ReleaseId", back_populates="release", passive_deletes="all"
    )


class RoleInServiceTeam(Base):
    """The object RoleInServiceTeam."""

    __tablename__ = "RoleInServiceTeam"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_support_level: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.SupportLevelId", back_populates="support_level", passive_deletes="all"
    )
    case_collection_by_solved_on_support_level: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.SolvedOnSupportLevelId", back_populates="solved_on_support_level", passive_deletes="all"
    )


class SatisfactionLevel(Base):
    """The object SatisfactionLevel."""

    __tablename__ = "SatisfactionLevel"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Point: Mapped[int] = _filled()
    Colour: Mapped[str] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseStatus.Id"))
    ImageId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysImage.Id"))
    IsActive: Mapped[bool] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    status: Mapped[CaseStatus | None] = orm.relationship(
        foreign_keys=[StatusId], back_populates="satisfaction_level_collection_by_status"
    )
    image: Mapped[SysImage | None] = orm.relationship(
        foreign_keys=[ImageId], back_populates="satisfaction_level_collection_by_image"
    )
    case_collection_by_satisfaction_level: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.SatisfactionLevelId", back_populates="satisfaction_level", passive_deletes="all"
    )


class ServiceCategory(Base):
    """The object ServiceCategory."""

    __tablename__ = "ServiceCategory"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_service_category: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ServiceCategoryId", back_populates="service_category", passive_deletes="all"
    )
    service_item_collection_by_category: Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.CategoryId", back_populates="category", passive_deletes="all"
    )


class ServiceItem(Base):
    """The object ServiceItem."""

    __tablename__ = "ServiceItem"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    ReactionTimeValue: Mapped[int] = _filled()
    ReactionTimeUnitId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    SolutionTimeValue: Mapped[int] = _filled()
    SolutionTimeUnitId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("TimeUnit.Id"))
    CaseCategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("CaseCategory.Id"))
    Notes: Mapped[str] = _filled()
    ReactionTime: Mapped[str] = _filled()
    SolutionTime: Mapped[str] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    CalendarId: Mapped[uuid.UUID | None] = _filled()
    CategoryId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("ServiceCategory.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    reaction_time_unit: Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[ReactionTimeUnitId], back_populates="service_item_collection_by_reaction_time_unit"
    )
    solution_time_unit: Mapped[TimeUnit | None] = orm.relationship(
        foreign_keys=[SolutionTimeUnitId], back_populates="service_item_collection_by_solution_time_unit"
    )
    case_category: Mapped[CaseCategory | None] = orm.relationship(
        foreign_keys=[CaseCategoryId], back_populates="service_item_collection_by_case_category"
    )
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="service_item_collection_by_owner"
    )
    category: Mapped[ServiceCategory | None] = orm.relationship(
        foreign_keys=[CategoryId], back_populates="service_item_collection_by_category"
    )
    case_collection_by_service_item: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ServiceItemId", back_populates="service_item", passive_deletes="all"
    )
    problem_collection_by_service_item: Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.ServiceItemId", back_populates="service_item", passive_deletes="all"
    )


class ServicePact(Base):
    """The object ServicePact."""

    __tablename__ = "ServicePact"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    Name: Mapped[str] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    StartDate: Mapped[dt.datetime | None] = _filled()
    EndDate: Mapped[dt.datetime | None] = _filled()
    OwnerId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    TypeId: Mapped[uuid.UUID | None] = _filled()
    Number: Mapped[str] = _filled()
    ServiceProviderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    ServiceProviderContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    Notes: Mapped[str] = _filled()
    CalendarId: Mapped[uuid.UUID | None] = _filled()
    SupportLevelId: Mapped[uuid.UUID | None] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    owner: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OwnerId], back_populates="service_pact_collection_by_owner"
    )
    service_provider: Mapped[Account | None] = orm.relationship(
        foreign_keys=[ServiceProviderId], back_populates="service_pact_collection_by_service_provider"
    )
    service_provider_contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ServiceProviderContactId], back_populates="service_pact_collection_by_service_provider_contact"
    )
    case_collection_by_service_pact: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ServicePactId", back_populates="service_pact", passive_deletes="all"
    )


class SocialAccount(Base):
    """The object SocialAccount."""

    __tablename__ = "SocialAccount"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Notes: Mapped[str] = _filled()
    Login: Mapped[str] = _filled()
    Public: Mapped[bool] = _filled()
    AccessToken: Mapped[str] = _filled()
    AccessSecretToken: Mapped[str] = _filled()
    ConsumerKey: Mapped[str] = _filled()
    TypeId: Mapped[uuid.UUID | None] = _filled()
    UserId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    SocialId: Mapped[str] = _filled()
    IsExpired: Mapped[bool] = _filled()
    Name: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    user: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[UserId], back_populates="social_account_collection_by_user"
    )
    contact_collection_by_twitter_afda: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.TwitterAFDAId", back_populates="twitter_afda", passive_deletes="all"
    )
    contact_collection_by_facebook_afda: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.FacebookAFDAId", back_populates="facebook_afda", passive_deletes="all"
    )
    contact_collection_by_linked_in_afda: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.LinkedInAFDAId", back_populates="linked_in_afda", passive_deletes="all"
    )


class SourceOrder(Base):
    """The object SourceOrder."""

    __tablename__ = "SourceOrder"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    order_collection_by_source_order: Mapped[list[Order]] = orm.relationship(
        foreign_keys="Order.SourceOrderId", back_populates="source_order", passive_deletes="all"
    )


class SysAdminUnit(Base):
    """The object SysAdminUnit."""

    __tablename__ = "SysAdminUnit"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    SysAdminUnitTypeValue: Mapped[int] = _filled()
    ParentRoleId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysAdminUnit.Id"))
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    IsDirectoryEntry: Mapped[bool] = _filled()
    TimeZoneId: Mapped[str] = _filled()
    UserPassword: Mapped[str] = _filled()
    Active: Mapped[bool] = _filled()
    SynchronizeWithLDAP: Mapped[bool] = _filled()
    LDAPEntry: Mapped[str] = _filled()
    LDAPEntryId: Mapped[str] = _filled()
    LDAPEntryDN: Mapped[str] = _filled()
    LoggedIn: Mapped[bool] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    SysCultureId: Mapped[uuid.UUID | None] = _filled()
    LoginAttemptCount: Mapped[int] = _filled()
    SourceControlLogin: Mapped[str] = _filled()
    SourceControlPassword: Mapped[str] = _filled()
    PasswordExpireDate: Mapped[dt.datetime | None] = _filled()
    HomePageId: Mapped[uuid.UUID | None] = _filled()
    ConnectionType: Mapped[int] = _filled()
    UnblockTime: Mapped[dt.datetime | None] = _filled()
    ForceChangePassword: Mapped[bool] = _filled()
    DateTimeFormatId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("SysLanguage.Id"))
    SessionTimeout: Mapped[int] = _filled()
    PortalAccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    LDAPElementId: Mapped[uuid.UUID | None] = _filled()
    Email: Mapped[str] = _filled()
    OpenIDSub: Mapped[str] = _filled()
    Phone: Mapped[str] = _filled()
    WeekFirstDayId: Mapped[uuid.UUID | None] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    parent_role: Mapped[SysAdminUnit | None] = orm.relationship(
        foreign_keys=[ParentRoleId], remote_side=[Id], back_populates="sys_admin_unit_collection_by_parent_role"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="sys_admin_unit_collection_by_contact"
    )
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="sys_admin_unit_collection_by_account"
    )
    date_time_format: Mapped[SysLanguage | None] = orm.relationship(
        foreign_keys=[DateTimeFormatId], back_populates="sys_admin_unit_collection_by_date_time_format"
    )
    portal_account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[PortalAccountId], back_populates="sys_admin_unit_collection_by_portal_account"
    )
    case_collection_by_group: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.GroupId", back_populates="group", passive_deletes="all"
    )
    change_collection_by_group: Mapped[list[Change]] = orm.relationship(
        foreign_keys="Change.GroupId", back_populates="group", passive_deletes="all"
    )
    lead_collection_by_group: Mapped[list[Lead]] = orm.relationship(
        foreign_keys="Lead.GroupId", back_populates="group", passive_deletes="all"
    )
    omni_chat_collection_by_operator: Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.OperatorId", back_populates="operator", passive_deletes="all"
    )
    omni_chat_collection_by_directed_operator: Mapped[list[OmniChat]] = orm.relationship(
        foreign_keys="OmniChat.DirectedOperatorId", back_populates="directed_operator", passive_deletes="all"
    )
    opportunity_collection_by_group: Mapped[list[Opportunity]] = orm.relationship(
        foreign_keys="Opportunity.GroupId", back_populates="group", passive_deletes="all"
    )
    opportunity_department_collection_by_sys_admin_unit: Mapped[list[OpportunityDepartment]] = orm.relationship(
        foreign_keys="OpportunityDepartment.SysAdminUnitId", back_populates="sys_admin_unit", passive_deletes="all"
    )
    problem_collection_by_group: Mapped[list[Problem]] = orm.relationship(
        foreign_keys="Problem.GroupId", back_populates="group", passive_deletes="all"
    )
    social_account_collection_by_user: Mapped[list[SocialAccount]] = orm.relationship(
        foreign_keys="SocialAccount.UserId", back_populates="user", passive_deletes="all"
    )
    sys_admin_unit_collection_by_parent_role: Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.ParentRoleId", back_populates="parent_role", passive_deletes="all"
    )


class SysImage(Base):
    """The object SysImage."""

    __tablename__ = "SysImage"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    UploadedOn: Mapped[dt.datetime | None] = _filled()
    Name: Mapped[str] = _filled()
    MimeType: Mapped[str] = _filled()
    HasRef: Mapped[bool] = _filled()
    Hash: Mapped[str] = _filled()
    Data: Mapped[bytes | None] = orm.mapped_column(deferred=True)
    PreviewData: Mapped[bytes | None] = orm.mapped_column(deferred=True)
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    account_collection_by_account_logo: Mapped[list[Account]] = orm.relationship(
        foreign_keys="Account.AccountLogoId", back_populates="account_logo", passive_deletes="all"
    )
    call_direction_collection_by_image: Mapped[list[CallDirection]] = orm.relationship(
        foreign_keys="CallDirection.ImageId", back_populates="image", passive_deletes="all"
    )
    case_origin_collection_by_image: Mapped[list[CaseOrigin]] = orm.relationship(
        foreign_keys="CaseOrigin.ImageId", back_populates="image", passive_deletes="all"
    )
    case_priority_collection_by_image: Mapped[list[CasePriority]] = orm.relationship(
        foreign_keys="CasePriority.ImageId", back_populates="image", passive_deletes="all"
    )
    case_status_collection_by_image: Mapped[list[CaseStatus]] = orm.relationship(
        foreign_keys="CaseStatus.ImageId", back_populates="image", passive_deletes="all"
    )
    contact_collection_by_photo: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.PhotoId", back_populates="photo", passive_deletes="all"
    )
    lead_type_collection_by_image: Mapped[list[LeadType]] = orm.relationship(
        foreign_keys="LeadType.ImageId", back_populates="image", passive_deletes="all"
    )
    opportunity_mood_collection_by_image: Mapped[list[OpportunityMood]] = orm.relationship(
        foreign_keys="OpportunityMood.ImageId", back_populates="image", passive_deletes="all"
    )
    product_collection_by_picture: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.PictureId", back_populates="picture", passive_deletes="all"
    )
    satisfaction_level_collection_by_image: Mapped[list[SatisfactionLevel]] = orm.relationship(
        foreign_keys="SatisfactionLevel.ImageId", back_populates="image", passive_deletes="all"
    )


class SysLanguage(Base):
    """The object SysLanguage."""

    __tablename__ = "SysLanguage"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    IsUsed: Mapped[bool] = _filled()
    SysCultureDefId: Mapped[uuid.UUID | None] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    contact_collection_by_language: Mapped[list[Contact]] = orm.relationship(
        foreign_keys="Contact.LanguageId", back_populates="language", passive_deletes="all"
    )
    sys_admin_unit_collection_by_date_time_format: Mapped[list[SysAdminUnit]] = orm.relationship(
        foreign_keys="SysAdminUnit.DateTimeFormatId", back_populates="date_time_format", passive_deletes="all"
    )


class Tax(Base):
    """The object Tax."""

    __tablename__ = "Tax"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Percent: Mapped[decimal.Decimal] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_tax: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.TaxId", back_populates="tax", passive_deletes="all"
    )


class TimeUnit(Base):
    """The object TimeUnit."""

    __tablename__ = "TimeUnit"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    Position: Mapped[int] = _filled()
    Code: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    case_collection_by_processing_time_unit: Mapped[list[Case]] = orm.relationship(
        foreign_keys="Case.ProcessingTimeUnitId", back_populates="processing_time_unit", passive_deletes="all"
    )
    case_priority_collection_by_reaction_time_unit: Mapped[list[CasePriority]] = orm.relationship(
        foreign_keys="CasePriority.ReactionTimeUnitId", back_populates="reaction_time_unit", passive_deletes="all"
    )
    case_priority_collection_by_solution_time_unit: Mapped[list[CasePriority]] = orm.relationship(
        foreign_keys="CasePriority.SolutionTimeUnitId", back_populates="solution_time_unit", passive_deletes="all"
    )
    service_item_collection_by_reaction_time_unit: Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.ReactionTimeUnitId", back_populates="reaction_time_unit", passive_deletes="all"
    )
    service_item_collection_by_solution_time_unit: Mapped[list[ServiceItem]] = orm.relationship(
        foreign_keys="ServiceItem.SolutionTimeUnitId", back_populates="solution_time_unit", passive_deletes="all"
    )


class TimeZone(Base):
    """The object TimeZone."""

    __tablename__ = "TimeZone"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    Code: Mapped[str] = _filled()
    Offset: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    CodeAmerican: Mapped[str] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_time_zone: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )
    bulk_email_collection_by_time_zone: Mapped[list[BulkEmail]] = orm.relationship(
        foreign_keys="BulkEmail.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )
    city_collection_by_time_zone: Mapped[list[City]] = orm.relationship(
        foreign_keys="City.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )
    country_collection_by_time_zone: Mapped[list[Country]] = orm.relationship(
        foreign_keys="Country.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )
    region_collection_by_time_zone: Mapped[list[Region]] = orm.relationship(
        foreign_keys="Region.TimeZoneId", back_populates="time_zone", passive_deletes="all"
    )


class TradeMark(Base):
    """The object TradeMark."""

    __tablename__ = "TradeMark"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_trade_mark: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.TradeMarkId", back_populates="trade_mark", passive_deletes="all"
    )


class Unit(Base):
    """The object Unit."""

    __tablename__ = "Unit"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ShortName: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    product_collection_by_unit: Mapped[list[Product]] = orm.relationship(
        foreign_keys="Product.UnitId", back_populates="unit", passive_deletes="all"
    )


class VwQueueItem(Base):
    """The object VwQueueItem."""

    __tablename__ = "VwQueueItem"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    ProcessListeners: Mapped[int] = _filled()
    QueueId: Mapped[uuid.UUID | None] = _filled()
    EntityRecordId: Mapped[uuid.UUID | None] = _filled()
    SysProcessDataId: Mapped[uuid.UUID | None] = _filled()
    StatusId: Mapped[uuid.UUID | None] = _filled()
    OperatorId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    NextProcessingDate: Mapped[dt.datetime | None] = _filled()
    PostponesCount: Mapped[int] = _filled()
    NextProcessingDateOrder: Mapped[int] = _filled()
    Caption: Mapped[str] = _filled()
    ContactId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    AccountId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Account.Id"))
    OrderId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Order.Id"))
    CaseId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Case.Id"))
    LastActivityId: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Activity.Id"))
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    operator: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[OperatorId], back_populates="vw_queue_item_collection_by_operator"
    )
    contact: Mapped[Contact | None] = orm.relationship(
        foreign_keys=[ContactId], back_populates="vw_queue_item_collection_by_contact"
    )
    account: Mapped[Account | None] = orm.relationship(
        foreign_keys=[AccountId], back_populates="vw_queue_item_collection_by_account"
    )
    order: Mapped[Order | None] = orm.relationship(
        foreign_keys=[OrderId], back_populates="vw_queue_item_collection_by_order"
    )
    case: Mapped[Case | None] = orm.relationship(
        foreign_keys=[CaseId], back_populates="vw_queue_item_collection_by_case"
    )
    last_activity: Mapped[Activity | None] = orm.relationship(
        foreign_keys=[LastActivityId], back_populates="vw_queue_item_collection_by_last_activity"
    )
    activity_collection_by_queue_item: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.QueueItemId", back_populates="queue_item", passive_deletes="all"
    )


class VwSysRole(Base):
    """The object VwSysRole."""

    __tablename__ = "VwSysRole"

    Id: Mapped[uuid.UUID] = orm.mapped_column(primary_key=True, default=uuid.uuid4)
    CreatedOn: Mapped[dt.datetime | None] = _filled()
    CreatedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"))
    ModifiedOn: Mapped[dt.datetime | None] = _filled(server_onupdate=sa.FetchedValue())
    ModifiedById: Mapped[uuid.UUID | None] = _filled(sa.ForeignKey("Contact.Id"), server_onupdate=sa.FetchedValue())
    Name: Mapped[str] = _filled()
    Description: Mapped[str] = _filled()
    ProcessListeners: Mapped[int] = _filled()
    created_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[CreatedById])
    modified_by: Mapped[Contact | None] = orm.relationship(foreign_keys=[ModifiedById])
    activity_collection_by_owner_role: Mapped[list[Activity]] = orm.relationship(
        foreign_keys="Activity.OwnerRoleId", back_populates="owner_role", passive_deletes="all"
    )
