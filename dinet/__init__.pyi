from dinet.api import Network as Network
from dinet.api import audit as audit
from dinet.api import read as read
from dinet.api import read_bytes as read_bytes
from dinet.api import write as write
from dinet.finding import Finding as Finding
from dinet.layout.style.profile import Profile as Profile
from dinet.model import Programme as Programme

__version__: str
