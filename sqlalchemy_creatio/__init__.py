"""A SQLAlchemy dialect for Creatio, over the PEP 249 driver `creatio_dbapi`."""

from sqlalchemy_creatio.dialect import CreatioDialect, CreatioHttpDialect

__all__ = ["CreatioDialect", "CreatioHttpDialect"]
