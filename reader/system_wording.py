"""What the system and SQLite say of their troubles, in a person's words."""

import errno
import os

from reader.i18n import Translator, mark

_REASONS = {
    os.strerror(errno.ENOSPC): mark("no space is left on the disk"),
    os.strerror(errno.EDQUOT): mark("the share of the disk is used up"),
    os.strerror(errno.EACCES): mark("there is no permission"),
    os.strerror(errno.EPERM): mark("the system does not allow it"),
    os.strerror(errno.EROFS): mark("the disk can only be read"),
    os.strerror(errno.EIO): mark("the disk or the connection fails"),
    os.strerror(errno.ENOENT): mark("there is no such file or folder"),
    os.strerror(errno.ENOTDIR): mark("a part of the path is no folder"),
    os.strerror(errno.EISDIR): mark("it is a folder"),
    os.strerror(errno.ENAMETOOLONG): mark("the name is too long"),
    os.strerror(errno.EFBIG): mark("the file would be too large"),
    os.strerror(errno.EBUSY): mark("another program uses it"),
    os.strerror(errno.EMFILE): mark("too many files are open"),
    os.strerror(errno.ETIMEDOUT): mark("no answer came in time"),
    "database or disk is full": mark("no space is left on the disk"),
    "database is locked": mark("another program uses it"),
    "attempt to write a readonly database": mark("the file can only be read"),
    "disk I/O error": mark("the disk or the connection fails"),
    "unable to open database file": mark("the file cannot be opened"),
}


def system_words(reason: str, _: Translator) -> str:
    """Return a reason in the person's language; an unknown one stays in the system's own words."""
    return _(_REASONS[reason]) if reason in _REASONS else reason
