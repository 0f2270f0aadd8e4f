"""What commands work with."""

from dataclasses import dataclass

from inspector.core.paths import Paths
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.copying import Copying
from inspector.gui.controllers.dropping import Dropping
from inspector.gui.controllers.editing import Editing
from inspector.gui.controllers.erasing import Erasing
from inspector.gui.controllers.exporting import Exporting
from inspector.gui.controllers.filtering import Filtering
from inspector.gui.controllers.folding import Folding
from inspector.gui.controllers.following import Following
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.importing import Importing
from inspector.gui.controllers.listening import Listening
from inspector.gui.controllers.listing import Listing
from inspector.gui.controllers.moving import Moving
from inspector.gui.controllers.packing import Packing
from inspector.gui.controllers.pinning import Pinning
from inspector.gui.controllers.public_url import PublicUrl
from inspector.gui.controllers.receiver_checks import ReceiverChecks
from inspector.gui.controllers.removing import Removing
from inspector.gui.controllers.resending import Resending
from inspector.gui.controllers.sampling import Sampling
from inspector.gui.controllers.secret_giving import SecretGiving
from inspector.gui.controllers.selection import Selection
from inspector.gui.controllers.signing import Signing
from inspector.gui.controllers.stores import Stores
from inspector.gui.views.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The controllers and the window; a command is a function of this."""

    paths: Paths
    window: MainWindow
    asking: Asking
    habits: Habits
    listing: Listing
    filtering: Filtering
    following: Following
    folding: Folding
    moving: Moving
    selection: Selection
    listening: Listening
    resending: Resending
    signing: Signing
    receiver_checks: ReceiverChecks
    editing: Editing
    pinning: Pinning
    removing: Removing
    copying: Copying
    exporting: Exporting
    importing: Importing
    dropping: Dropping
    packing: Packing
    stores: Stores
    secret_giving: SecretGiving
    erasing: Erasing
    sampling: Sampling
    public_url: PublicUrl
