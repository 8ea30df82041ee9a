from dinet.finding import Finding as Finding
from dinet.layout.style.profile import Profile as Profile
from dinet.model import Programme as Programme
from dinet.network import Network as Network
from dinet.verbs import audit as audit
from dinet.verbs import read as read
from dinet.verbs import read_bytes as read_bytes
from dinet.verbs import write as write

__version__: str
