"""What nearly every document needs, loaded once before the first of them.

The processes of a pool start from one that has loaded this, and then share its memory.
"""

from dinet.plugins import plugin_folder

for _plugin in plugin_folder("rules").plugins.values():
    _ = _plugin.module
_ = plugin_folder("readers").plugin_named("yaml").module
