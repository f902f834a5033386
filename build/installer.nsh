# What the Windows installer registers besides the application: electron-builder's `protocols` does not reach NSIS.
# The user chooses in "Default apps" which application opens telephone links; sidetone: links belong to this one.
# SHELL_CONTEXT is HKCU or HKLM, whichever the installation is for.

!define SIDETONE_KEY "Software\Sidetone"
!define SIDETONE_CLASS "Sidetone.Link"

!macro registerLinkClass CLASS
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CLASS}" "" "URL:${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CLASS}" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CLASS}\DefaultIcon" "" "$appExe,0"
  # What comes after -- is never taken for a flag.
  WriteRegStr SHELL_CONTEXT "Software\Classes\${CLASS}\shell\open\command" "" '"$appExe" -- "%1"'
!macroend

!macro offerScheme SCHEME
  WriteRegStr SHELL_CONTEXT "${SIDETONE_KEY}\Capabilities\UrlAssociations" "${SCHEME}" "${SIDETONE_CLASS}"
!macroend

# SHCNE_ASSOCCHANGED: the desktop reads the associations again.
!macro reportChangedLinks
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

!macro customInstall
  !insertmacro registerLinkClass "sidetone"
  !insertmacro registerLinkClass "${SIDETONE_CLASS}"
  WriteRegStr SHELL_CONTEXT "${SIDETONE_KEY}\Capabilities" "ApplicationName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "${SIDETONE_KEY}\Capabilities" "ApplicationDescription" "${APP_DESCRIPTION}"
  WriteRegStr SHELL_CONTEXT "${SIDETONE_KEY}\Capabilities" "ApplicationIcon" "$appExe,0"
  !insertmacro offerScheme "tel"
  !insertmacro offerScheme "callto"
  !insertmacro offerScheme "sip"
  !insertmacro offerScheme "sips"
  !insertmacro offerScheme "sidetone"
  WriteRegStr SHELL_CONTEXT "Software\RegisteredApplications" "${PRODUCT_NAME}" "${SIDETONE_KEY}\Capabilities"
  !insertmacro reportChangedLinks
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\RegisteredApplications" "${PRODUCT_NAME}"
  DeleteRegKey SHELL_CONTEXT "${SIDETONE_KEY}\Capabilities"
  DeleteRegKey /ifempty SHELL_CONTEXT "${SIDETONE_KEY}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${SIDETONE_CLASS}"
  DeleteRegKey SHELL_CONTEXT "Software\Classes\sidetone"
  !insertmacro reportChangedLinks
!macroend
