"""Editing: the smallest changes of a file's text that give it other data; all else stays as it is typed."""

from briefkit.editing.edit import edit as edit
from briefkit.editing.operations import Arrange as Arrange
from briefkit.editing.operations import EditRefusedError as EditRefusedError
from briefkit.editing.operations import New as New
from briefkit.editing.operations import Operation as Operation
from briefkit.editing.operations import Remove as Remove
from briefkit.editing.operations import RenameKey as RenameKey
from briefkit.editing.operations import Replace as Replace
from briefkit.editing.operations import ReplacePart as ReplacePart
from briefkit.editing.operations import SetKey as SetKey
