/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-application.h"

#include <glib/gi18n.h>

#include "app/cw-commands.h"
#include "app/cw-compat.h"
#include "app/cw-window.h"
#include "widgets/tool/cw-keymap.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define APPEARANCE "org.freedesktop.appearance"
#define PREFER_DARK 1
#define HIGH_CONTRAST_THEME "Default-hc"

struct _CwApplication
{
  GtkApplication parent_instance;

  GSettings *settings;
  GDBusProxy *portal;
  gboolean desktop_is_dark;
  GtkCssProvider *sizes; /* of what is not sized by its font */
  int dpi;               /* of the desktop, as gtk-xft-dpi has it */
};

G_DEFINE_FINAL_TYPE (CwApplication, cw_application, GTK_TYPE_APPLICATION)

static gboolean
is_dark (CwApplication *self)
{
  g_autofree char *theme = g_settings_get_string (self->settings, "theme");

  if (strcmp (theme, "system") == 0)
    return self->desktop_is_dark;

  return strcmp (theme, "dark") == 0;
}

static gboolean
is_high_contrast (CwApplication *self)
{
  g_autofree char *theme = g_settings_get_string (self->settings, "theme");
  g_autofree char *name = NULL;

  if (strcmp (theme, "high-contrast") == 0)
    return TRUE;
  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &name, NULL);

  return name != NULL && (g_str_has_prefix (name, "HighContrast") || strstr (name, "-hc") != NULL);
}

/* the theme of the widgets is changed only where it differs, since that is told back */
static void
set_widget_theme (gboolean dark, gboolean chosen_contrast)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *name = NULL;
  gboolean is_ours;

  g_object_get (settings, "gtk-theme-name", &name, NULL);
  is_ours = g_strcmp0 (name, HIGH_CONTRAST_THEME) == 0;
  if (chosen_contrast && !is_ours)
    g_object_set (settings, "gtk-theme-name", HIGH_CONTRAST_THEME, NULL);
  else if (!chosen_contrast && is_ours)
    gtk_settings_reset_property (settings, "gtk-theme-name");
  g_object_set (settings, "gtk-application-prefer-dark-theme", dark, NULL);
}

static void
update_theme (CwApplication *self)
{
  g_autofree char *theme = g_settings_get_string (self->settings, "theme");
  gboolean chosen_contrast = strcmp (theme, "high-contrast") == 0;
  gboolean dark = chosen_contrast || is_dark (self);
  CwThemeKind kind;

  set_widget_theme (dark, chosen_contrast);
  kind = is_high_contrast (self) ? CW_THEME_HIGH_CONTRAST : dark ? CW_THEME_DARK : CW_THEME_LIGHT;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CW_IS_WINDOW (l->data))
      cw_window_set_theme (l->data, kind);
}

/* fonts by the resolution that GTK takes them to have, icons and knobs by a style sheet */
static void
update_scale (CwApplication *self)
{
  int percent = g_settings_get_int (self->settings, "ui-scale");
  g_autofree char *css
      = g_strdup_printf ("image, arrow, check, radio { -gtk-icon-size: %dpx; } "
                         "check, radio { min-width: %dpx; min-height: %dpx; }",
                         16 * percent / 100, 14 * percent / 100, 14 * percent / 100);

  if (self->dpi <= 0)
    g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &self->dpi, NULL);
  if (self->dpi <= 0)
    self->dpi = 96 * PANGO_SCALE;
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", self->dpi * percent / 100, NULL);
  cw_compat_load_css (self->sizes, percent == 100 ? "" : css);
}

static void
take_scheme (CwApplication *self, GVariant *value)
{
  g_autoptr (GVariant) inner = g_variant_ref (value);

  while (g_variant_is_of_type (inner, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *next = g_variant_get_variant (inner);

      g_variant_unref (inner);
      inner = next;
    }
  if (!g_variant_is_of_type (inner, G_VARIANT_TYPE_UINT32))
    return;
  self->desktop_is_dark = g_variant_get_uint32 (inner) == PREFER_DARK;
  update_theme (self);
}

static void
portal_signalled (GDBusProxy *portal, const char *sender, const char *name, GVariant *parameters,
                  CwApplication *self)
{
  const char *space;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (strcmp (name, "SettingChanged") != 0
      || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (parameters, "(&s&sv)", &space, &key, &value);
  if (strcmp (space, APPEARANCE) == 0 && strcmp (key, "color-scheme") == 0)
    take_scheme (self, value);
}

static void
scheme_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwApplication) self = user_data;
  g_autoptr (GVariant) reply = g_dbus_proxy_call_finish (G_DBUS_PROXY (source), result, NULL);
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL || !g_variant_is_of_type (reply, G_VARIANT_TYPE ("(v)")))
    return; /* a desktop that does not say is a light one */
  g_variant_get (reply, "(v)", &value);
  take_scheme (self, value);
}

static void
portal_found (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CwApplication) self = user_data;
  GDBusProxy *portal = g_dbus_proxy_new_for_bus_finish (result, NULL);

  if (portal == NULL)
    return;
  self->portal = portal;
  g_signal_connect (portal, "g-signal", G_CALLBACK (portal_signalled), self);
  g_dbus_proxy_call (portal, "Read", g_variant_new ("(ss)", APPEARANCE, "color-scheme"),
                     G_DBUS_CALL_FLAGS_NONE, -1, NULL, scheme_read, g_object_ref (self));
}

static void
run_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
run_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_show_about_dialog (
      gtk_application_get_active_window (GTK_APPLICATION (data)), "program-name", _ ("Chipwright"),
      "version", CW_VERSION, "logo-icon-name", "org.chipwright.Chipwright", "comments",
      _ ("An editor for fan-out chip packages"), "license-type", GTK_LICENSE_GPL_3_0, "copyright",
      "© 2026 The Chipwright developers", NULL);
}

/* what a report of a fault begins with */
static void
run_copy_version (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  g_autofree char *text = NULL;

  if (window == NULL)
    return;
  text = g_strdup_printf ("Chipwright %s\nGTK %u.%u.%u, GLib %u.%u.%u\n%s, %s\n", CW_VERSION,
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), glib_major_version, glib_minor_version,
                          glib_micro_version, system != NULL ? system : "?",
                          G_OBJECT_TYPE_NAME (gtk_widget_get_display (GTK_WIDGET (window))));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  if (CW_IS_WINDOW (window))
    cw_window_tell (CW_WINDOW (window), _ ("Version information copied"));
}

static const GActionEntry entries[] = {
  { .name = "quit", .activate = run_quit },
  { .name = "about", .activate = run_about },
  { .name = "copy-version", .activate = run_copy_version },
};

/* from the settings into the keymap */
static void
take_keys (CwApplication *self)
{
  CwKeymap *keymap = cw_keymap_get_default ();
  g_autofree char *name = g_settings_get_string (self->settings, "keymap");
  g_autoptr (GVariant) bindings = g_settings_get_value (self->settings, "key-bindings");
  CwKeymapKind kind;

  if (cw_keymap_find (name, &kind))
    cw_keymap_set_kind (keymap, kind);
  cw_keymap_set_bindings (keymap, bindings);
}

/* and what was bound back into the settings */
static void
keys_changed (CwApplication *self)
{
  g_autoptr (GVariant) stored = g_settings_get_value (self->settings, "key-bindings");
  g_autoptr (GVariant) now
      = g_variant_ref_sink (cw_keymap_list_bindings (cw_keymap_get_default ()));

  if (!g_variant_equal (stored, now))
    g_settings_set_value (self->settings, "key-bindings", now);
  cw_commands_set_accels (GTK_APPLICATION (self));
}

static void
cw_application_startup (GApplication *application)
{
  CwApplication *self = CW_APPLICATION (application);
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  g_autoptr (GAction) theme = NULL;
  g_autoptr (GAction) scale = NULL;

  G_APPLICATION_CLASS (cw_application_parent_class)->startup (application);
  self->settings = g_settings_new ("org.chipwright.Chipwright");
  theme = g_settings_create_action (self->settings, "theme");
  g_action_map_add_action (G_ACTION_MAP (self), theme);
  scale = g_settings_create_action (self->settings, "ui-scale");
  g_action_map_add_action (G_ACTION_MAP (self), scale);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  take_keys (self);
  cw_commands_set_accels (GTK_APPLICATION (self));
  g_signal_connect_object (cw_keymap_get_default (), "changed", G_CALLBACK (keys_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->settings, "changed::keymap", G_CALLBACK (take_keys), self);
  g_signal_connect_swapped (self->settings, "changed::key-bindings", G_CALLBACK (take_keys), self);
  gtk_css_provider_load_from_resource (css, "/org/chipwright/Chipwright/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  self->sizes = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_swapped (self->settings, "changed::ui-scale", G_CALLBACK (update_scale), self);
  g_signal_connect_swapped (self->settings, "changed::theme", G_CALLBACK (update_theme), self);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-theme-name",
                           G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  if (g_application_get_dbus_connection (application) != NULL)
    g_dbus_proxy_new_for_bus (G_BUS_TYPE_SESSION,
                              G_DBUS_PROXY_FLAGS_DO_NOT_LOAD_PROPERTIES
                                  | G_DBUS_PROXY_FLAGS_DO_NOT_AUTO_START_AT_CONSTRUCTION,
                              NULL, PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, NULL, portal_found,
                              g_object_ref (self));
  update_theme (self);
  update_scale (self);
}

static CwWindow *
add_window (CwApplication *self)
{
  CwWindow *window = cw_window_new (GTK_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void
cw_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    add_window (CW_APPLICATION (application));
}

static void
cw_application_open (GApplication *application, GFile **files, gint n_files, const char *hint)
{
  for (gint i = 0; i < n_files; i++)
    {
      GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
      CwWindow *window = CW_IS_WINDOW (active) && cw_window_is_pristine (CW_WINDOW (active))
                             ? CW_WINDOW (active)
                             : add_window (CW_APPLICATION (application));

      cw_window_open (window, files[i]);
    }
}

static void
cw_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (cw_application_parent_class)->window_added (application, window);
  update_theme (CW_APPLICATION (application));
}

static void
cw_application_dispose (GObject *object)
{
  CwApplication *self = CW_APPLICATION (object);

  g_clear_object (&self->portal);
  g_clear_object (&self->sizes);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (cw_application_parent_class)->dispose (object);
}

static void
cw_application_class_init (CwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cw_application_dispose;
  application_class->startup = cw_application_startup;
  application_class->activate = cw_application_activate;
  application_class->open = cw_application_open;
  GTK_APPLICATION_CLASS (klass)->window_added = cw_application_window_added;
}

static void
cw_application_init (CwApplication *self)
{
}

/**
 * cw_application_new:
 * @flags: flags beside %G_APPLICATION_HANDLES_OPEN
 *
 * Makes the program.
 *
 * Returns: (transfer full): the application
 */
CwApplication *
cw_application_new (GApplicationFlags flags)
{
  return g_object_new (CW_TYPE_APPLICATION, "application-id", "org.chipwright.Chipwright", "flags",
                       G_APPLICATION_HANDLES_OPEN | flags, "resource-base-path",
                       "/org/chipwright/Chipwright", NULL);
}
