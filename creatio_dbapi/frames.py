"""Arrow tables become pandas DataFrames whose columns keep their types."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from creatio_dbapi.errors import InterfaceError


def frame_of(table: pa.Table) -> Any:
    """Make a pandas DataFrame; raises InterfaceError where pandas is not installed.

    pandas has no NULL among its plain integers and Booleans, and would turn them into floats and objects: such columns
    become its nullable types, and only those.
    """
    try:
        import pandas
    except ImportError:
        raise InterfaceError('pandas is not installed; pip install "creatio-dbapi[pandas]"') from None
    nullable = {
        pa.int8(): pandas.Int8Dtype(), pa.int16(): pandas.Int16Dtype(), pa.int32(): pandas.Int32Dtype(),
        pa.int64(): pandas.Int64Dtype(), pa.uint8(): pandas.UInt8Dtype(), pa.bool_(): pandas.BooleanDtype(),
    }  # fmt: skip
    frame = table.to_pandas()
    for place, column in enumerate(table.columns):
        if column.null_count and column.type in nullable:
            frame.isetitem(place, column.to_pandas(types_mapper=nullable.get))
    return frame
