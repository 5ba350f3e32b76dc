/** npm must not fetch a browser: tools/browsers.ts finds or installs one. */
module.exports = { skipDownload: true };
