"""A small Creatio on real HTTP, to try things on and to test against; it shares no code with the driver."""

try:
    import starlette as _starlette  # noqa: F401
    import uvicorn as _uvicorn  # noqa: F401
except ImportError as error:
    raise ImportError('the sandbox needs starlette and uvicorn: pip install "creatio-dbapi[sandbox]"') from error

from creatio_dbapi.sandbox.instance import Sandbox
from creatio_dbapi.sandbox.journal import RequestRecord
from creatio_dbapi.sandbox.schema import Column, Constraint
from creatio_dbapi.sandbox.shared import shared_sandbox

__all__ = ["Column", "Constraint", "RequestRecord", "Sandbox", "shared_sandbox"]
