/** What the browser is told of the extension; its version is the program's. */
export function manifestOf(version: string) {
  return {
    manifest_version: 3,
    name: 'Deal Scout',
    version,
    description: '__MSG_description__',
    default_locale: 'en',
    // The first that knows all that the code uses (URL.parse); panels opened by a press came before.
    minimum_chrome_version: '126',
    // Of pages it is let at the one before the person, by their press and for that time.
    permissions: ['activeTab', 'scripting', 'sidePanel', 'storage'],
    // Asked for when the person names their server: that one address alone.
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: '__MSG_actionTitle__' },
    commands: { _execute_action: { suggested_key: { default: 'Alt+Shift+D' } } },
    background: { service_worker: 'background.js', type: 'module' },
    side_panel: { default_path: 'panel.html' },
    options_ui: { page: 'options.html', open_in_tab: true },
    icons: Object.fromEntries(iconSizes.map((size) => [String(size), `icon-${size}.png`])),
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
  } as const
}

export const iconSizes = [16, 32, 48, 128]
