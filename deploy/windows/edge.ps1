param([switch]$Remove)
$ErrorActionPreference = 'Stop'
$key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\EDGE_EXTENSION_ID\policy'
# A key that is gone from this script must be gone from the computer too.
if (Test-Path $key) { Remove-Item -Path $key -Recurse -Force }
if ($Remove) { exit 0 }
New-Item -Path $key -Force | Out-Null
New-ItemProperty -Path $key -Name 'mode' -PropertyType String -Value 'block' -Force | Out-Null
New-ItemProperty -Path $key -Name 'allowBypass' -PropertyType DWord -Value 0 -Force | Out-Null
New-ItemProperty -Path $key -Name 'bypassDelaySeconds' -PropertyType DWord -Value 30 -Force | Out-Null
New-ItemProperty -Path $key -Name 'bypassReasonRequired' -PropertyType DWord -Value 1 -Force | Out-Null
New-ItemProperty -Path $key -Name 'trustedDomainsMode' -PropertyType String -Value 'replace' -Force | Out-Null
New-ItemProperty -Path $key -Name 'listUrl' -PropertyType String -Value 'https://lists.example.com/guard/' -Force | Out-Null
New-ItemProperty -Path $key -Name 'historyEnabled' -PropertyType DWord -Value 1 -Force | Out-Null
New-ItemProperty -Path $key -Name 'historyDays' -PropertyType DWord -Value 180 -Force | Out-Null
New-ItemProperty -Path $key -Name 'allowExport' -PropertyType DWord -Value 0 -Force | Out-Null
New-ItemProperty -Path $key -Name 'allowPause' -PropertyType DWord -Value 0 -Force | Out-Null
New-ItemProperty -Path $key -Name 'helperText' -PropertyType String -Value '有疑问请先联系信息安全部' -Force | Out-Null
New-ItemProperty -Path $key -Name 'helperUrl' -PropertyType String -Value 'https://help.example.com/pos' -Force | Out-Null
New-ItemProperty -Path $key -Name 'language' -PropertyType String -Value 'zh_CN' -Force | Out-Null
New-ItemProperty -Path $key -Name 'largeText' -PropertyType DWord -Value 1 -Force | Out-Null
New-ItemProperty -Path $key -Name 'hideFirstRun' -PropertyType DWord -Value 1 -Force | Out-Null
New-ItemProperty -Path $key -Name 'reportUrl' -PropertyType String -Value 'https://collector.example.com/pos-signup-guard' -Force | Out-Null
New-ItemProperty -Path $key -Name 'reportAuthorization' -PropertyType String -Value 'Splunk 00000000-0000-0000-0000-000000000000' -Force | Out-Null
New-ItemProperty -Path $key -Name 'reportKey' -PropertyType String -Value 'replace-this-with-a-long-random-text' -Force | Out-Null
New-ItemProperty -Path $key -Name 'reportDetail' -PropertyType String -Value 'host' -Force | Out-Null
New-Item -Path "$key\lockedSettings" -Force | Out-Null
New-ItemProperty -Path "$key\lockedSettings" -Name '1' -PropertyType String -Value 'language' -Force | Out-Null
New-ItemProperty -Path "$key\lockedSettings" -Name '2' -PropertyType String -Value 'trust' -Force | Out-Null
New-Item -Path "$key\trustedDomains" -Force | Out-Null
New-ItemProperty -Path "$key\trustedDomains" -Name '1' -PropertyType String -Value 'intranet.example.com' -Force | Out-Null
New-ItemProperty -Path "$key\trustedDomains" -Name '2' -PropertyType String -Value 'partner.example.net' -Force | Out-Null
New-Item -Path "$key\blockedDomains" -Force | Out-Null
New-ItemProperty -Path "$key\blockedDomains" -Name '1' -PropertyType String -Value 'blocked.example.org' -Force | Out-Null
New-Item -Path "$key\extraProviders" -Force | Out-Null
New-ItemProperty -Path "$key\extraProviders" -Name '1' -PropertyType String -Value '{"name":"示例收单机构","domains":["acquirer.example.com"],"brands":["示例付"],"phone":"000-0000"}' -Force | Out-Null
New-Item -Path "$key\listPublicKeys" -Force | Out-Null
New-ItemProperty -Path "$key\listPublicKeys" -Name '1' -PropertyType String -Value 'RXhhbXBsZUtleU9ubHlOb3RBUmVhbE9uZQ==' -Force | Out-Null
New-Item -Path "$key\reportEvents" -Force | Out-Null
New-ItemProperty -Path "$key\reportEvents" -Name '1' -PropertyType String -Value 'verdict' -Force | Out-Null
New-ItemProperty -Path "$key\reportEvents" -Name '2' -PropertyType String -Value 'decision' -Force | Out-Null
New-ItemProperty -Path "$key\reportEvents" -Name '3' -PropertyType String -Value 'change' -Force | Out-Null
New-ItemProperty -Path "$key\reportEvents" -Name '4' -PropertyType String -Value 'status' -Force | Out-Null
