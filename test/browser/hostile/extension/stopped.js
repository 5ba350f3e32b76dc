chrome.runtime.sendMessage('arrived');
fetch(new URLSearchParams(location.search).get('tell'));
