/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-commands.h"

#include <glib/gi18n.h>

#include "widgets/tool/cw-tool-registry.h"

#define FILES N_ ("Files")
#define EDIT N_ ("Edit")
#define VIEW N_ ("View")
#define SECTION N_ ("Section and steps")
#define LEVELS N_ ("Levels and grid")
#define CHECKS N_ ("Design rules")
#define HELP N_ ("Help")

/* Keys that a text or a tool may want are not global: they work where nothing else takes them. */
static const CwCommand commands[] = {
  { "win.new", N_ ("New package"), "<Control>n", FILES, TRUE },
  { "win.open", N_ ("Open…"), "<Control>o", FILES, TRUE },
  { "win.save", N_ ("Save"), "<Control>s", FILES, TRUE },
  { "win.save-as", N_ ("Save as…"), "<Control><Shift>s", FILES, TRUE },
  { "win.export-gerber", N_ ("Export Gerber files…"), "<Control><Shift>e", FILES, TRUE },
  { "win.export-picture", N_ ("Export a picture…"), "<Control><Alt>e", FILES, TRUE },
  { "win.export-panel", N_ ("Export the panel…"), NULL, FILES, FALSE },
  { "win.export-traveller", N_ ("Export the flow traveller…"), "<Control><Alt>t", FILES, TRUE },
  { "win.setup", N_ ("Package set-up"), "F4", FILES, TRUE },
  { "win.show-setup::general", N_ ("Method and substrate…"), NULL, FILES, FALSE },
  { "win.show-setup::levels", N_ ("Stack of levels…"), NULL, FILES, FALSE },
  { "win.show-setup::materials", N_ ("Materials…"), NULL, FILES, FALSE },
  { "win.show-setup::rules", N_ ("Design rules…"), NULL, FILES, FALSE },
  { "win.show-setup::nets", N_ ("Nets…"), NULL, FILES, FALSE },
  { "win.show-setup::die-types", N_ ("Die types…"), NULL, FILES, FALSE },
  { "win.show-setup::dies", N_ ("Nets of die pads…"), NULL, FILES, FALSE },
  { "win.show-setup::balls", N_ ("Array of bonding pads…"), NULL, FILES, FALSE },
  { "win.show-setup::panel", N_ ("Panel…"), NULL, FILES, FALSE },
  { "window.close", N_ ("Close"), "<Control>w", FILES, TRUE },
  { "app.quit", N_ ("Quit"), "<Control>q", FILES, TRUE },

  { "win.undo", N_ ("Undo"), "<Control>z", EDIT, FALSE },
  { "win.redo", N_ ("Redo"), "<Control>y <Control><Shift>z", EDIT, FALSE },
  { "win.run::select-all", N_ ("Select all"), "<Control>a", EDIT, FALSE },
  { "win.run::move", N_ ("Pick up"), "m", EDIT, FALSE },
  { "win.run::rotate", N_ ("Rotate"), "r", EDIT, FALSE },
  { "win.run::rotate-back", N_ ("Rotate back"), "<Shift>r", EDIT, FALSE },
  { "win.run::flip", N_ ("Flip"), "f", EDIT, FALSE },
  { "win.run::duplicate", N_ ("Duplicate"), "<Control>d", EDIT, FALSE },
  { "win.run::delete", N_ ("Delete"), "Delete", EDIT, FALSE },
  { "win.run::lock", N_ ("Lock or unlock"), "l", EDIT, FALSE },
  { "win.run::grow", N_ ("Select the whole net"), "u", EDIT, FALSE },
  { "win.run::highlight-net", N_ ("Highlight the net"), "grave", EDIT, FALSE },
  { "win.run::properties", N_ ("Properties"), "e q", EDIT, FALSE },

  { "win.fit", N_ ("Show the whole package"), "Home", VIEW, FALSE },
  { "win.zoom-selection", N_ ("Show the selection"), "z <Shift>F2", VIEW, FALSE },
  { "win.zoom-in", N_ ("Zoom in"), "<Control>plus <Control>equal <Control>KP_Add KP_Add", VIEW,
    FALSE },
  { "win.zoom-out", N_ ("Zoom out"), "<Control>minus <Control>KP_Subtract KP_Subtract", VIEW,
    FALSE },
  { "win.panels", N_ ("Show the panels"), "F11", VIEW, TRUE },
  { "win.section", N_ ("Show the section"), "<Control>F11", VIEW, TRUE },
  { "win.next-pane", N_ ("Next pane"), "F6", VIEW, TRUE },
  { "win.previous-pane", N_ ("Previous pane"), "<Shift>F6", VIEW, TRUE },
  { "win.toggle-theme", N_ ("Light or dark"), "<Control>F10", VIEW, TRUE },

  { "win.next-step", N_ ("Next process step"), "bracketright", SECTION, FALSE },
  { "win.previous-step", N_ ("Previous process step"), "bracketleft", SECTION, FALSE },
  { "win.first-step", N_ ("First process step"), "braceleft", SECTION, FALSE },
  { "win.last-step", N_ ("Last process step, the finished package"), "braceright", SECTION, FALSE },
  { "win.play-steps", N_ ("Play the process"), NULL, SECTION, FALSE },
  { "win.show-flow", N_ ("Show the process steps"), "<Control><Shift>f", SECTION, TRUE },
  { "win.move-step-earlier", N_ ("Move the process step earlier"), NULL, SECTION, FALSE },
  { "win.move-step-later", N_ ("Move the process step later"), NULL, SECTION, FALSE },
  { "win.remove-step", N_ ("Remove the process step"), NULL, SECTION, FALSE },
  { "win.flow-method::A", N_ ("Process steps of method A"), NULL, SECTION, FALSE },
  { "win.flow-method::B", N_ ("Process steps of method B"), NULL, SECTION, FALSE },
  { "win.flow-method::C", N_ ("Process steps of method C"), NULL, SECTION, FALSE },
  { "win.via-fill::with-wiring", N_ ("Fill vias with the wiring"), NULL, SECTION, FALSE },
  { "win.via-fill::before-wiring", N_ ("Fill vias before the wiring"), NULL, SECTION, FALSE },
  { "win.second-fill::after", N_ ("Fill again after the carrier is removed"), NULL, SECTION,
    FALSE },
  { "win.second-fill::before", N_ ("Fill again before the carrier is removed"), NULL, SECTION,
    FALSE },
  { "win.next-cut-line", N_ ("Next cut line"), "<Control>bracketright", SECTION, TRUE },
  { "win.previous-cut-line", N_ ("Previous cut line"), "<Control>bracketleft", SECTION, TRUE },
  { "win.rename-cut-line", N_ ("Rename the cut line"), "F2", SECTION, TRUE },
  { "win.delete-cut-line", N_ ("Delete the cut line"), NULL, SECTION, FALSE },
  { "win.section-black-white", N_ ("Hatch the section in black and white"), NULL, SECTION, FALSE },
  { "win.section-dimensions", N_ ("Show thicknesses in the section"), NULL, SECTION, FALSE },
  { "win.section-legend", N_ ("Name the materials of the section"), NULL, SECTION, FALSE },
  { "win.section-stretch::fitted", N_ ("Draw heights out to fill the section"), NULL, SECTION,
    FALSE },
  { "win.section-stretch::true", N_ ("Show true heights in the section"), NULL, SECTION, FALSE },

  { "win.top-level", N_ ("Top wiring level"), "Page_Up", LEVELS, FALSE },
  { "win.bottom-level", N_ ("Bottom wiring level"), "Page_Down", LEVELS, FALSE },
  { "win.next-level", N_ ("Next wiring level"), "plus", LEVELS, FALSE },
  { "win.previous-level", N_ ("Previous wiring level"), "minus", LEVELS, FALSE },
  { "win.level(1)", N_ ("First wiring level"), "1", LEVELS, FALSE },
  { "win.level(2)", N_ ("Second wiring level"), "2", LEVELS, FALSE },
  { "win.level(3)", N_ ("Third wiring level"), "3", LEVELS, FALSE },
  { "win.level(4)", N_ ("Fourth wiring level"), "4", LEVELS, FALSE },
  { "win.dim", N_ ("Dim the other levels"), "h", LEVELS, FALSE },
  { "win.next-grid", N_ ("Coarser grid"), "n", LEVELS, FALSE },
  { "win.previous-grid", N_ ("Finer grid"), "<Shift>n", LEVELS, FALSE },
  { "win.next-unit", N_ ("Other unit"), "<Control>u", LEVELS, FALSE },
  { "win.origin", N_ ("Measure from here"), "o", LEVELS, FALSE },

  { "win.check", N_ ("Check the whole design"), "F8", CHECKS, TRUE },
  { "win.next-violation", N_ ("Next violation"), "F9 <Shift>F3", CHECKS, TRUE },
  { "win.previous-violation", N_ ("Previous violation"), "<Shift>F9", CHECKS, TRUE },
  { "win.show-checks", N_ ("Show the list of violations"), NULL, CHECKS, FALSE },
  { "win.show-claims", N_ ("Show the claims"), "<Control>F8", CHECKS, TRUE },

  { "win.show-shortcuts", N_ ("Keys"), "<Control>F1 question", HELP, FALSE },
  { "app.about", N_ ("About Chipwright"), NULL, HELP, FALSE },
};

/**
 * cw_commands_get_n:
 *
 * Returns: how many commands there are
 */
guint
cw_commands_get_n (void)
{
  return G_N_ELEMENTS (commands);
}

/**
 * cw_commands_get:
 * @index: which command
 *
 * Returns: (transfer none): the command
 */
const CwCommand *
cw_commands_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (commands), NULL);

  return &commands[index];
}

/**
 * cw_commands_find:
 * @action: detailed name of an action
 *
 * Finds a command.
 *
 * Returns: (transfer none) (nullable): the command
 */
const CwCommand *
cw_commands_find (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].action, action) == 0)
      return &commands[i];

  return NULL;
}

static gboolean
is_key (const char *keys, guint keyval, GdkModifierType mask)
{
  g_auto (GStrv) names = g_strsplit (keys, " ", -1);

  for (int i = 0; names[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (gtk_accelerator_parse (names[i], &key, &modifiers) && key == keyval && modifiers == mask)
        return TRUE;
    }

  return FALSE;
}

/**
 * cw_commands_find_key:
 * @keyval: a key
 * @state: modifiers that are held
 *
 * Finds the command that is not global and has this key.
 *
 * Returns: (transfer none) (nullable): the command
 */
const CwCommand *
cw_commands_find_key (guint keyval, GdkModifierType state)
{
  GdkModifierType mask = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);
  guint lower = gdk_keyval_to_lower (keyval);
  gunichar character = gdk_keyval_to_unicode (lower);

  /* signs are what they are typed as, whether Shift is needed for them or not */
  if (character != 0 && g_unichar_isgraph (character) && !g_unichar_isalpha (character))
    mask &= ~GDK_SHIFT_MASK;
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (!commands[i].is_global && commands[i].keys != NULL
        && is_key (commands[i].keys, lower, mask))
      return &commands[i];

  return NULL;
}

/**
 * cw_commands_dup_keys:
 * @action: detailed name of an action
 *
 * Gets the first key of a command for people.
 *
 * Returns: (transfer full) (nullable): the key, such as `Ctrl+Z`
 */
char *
cw_commands_dup_keys (const char *action)
{
  const CwCommand *command = cw_commands_find (action);
  g_autofree char *first = NULL;
  guint key;
  GdkModifierType modifiers;

  if (command == NULL || command->keys == NULL)
    return NULL;
  first = g_strndup (command->keys, strcspn (command->keys, " "));
  if (!gtk_accelerator_parse (first, &key, &modifiers))
    return NULL;

  return gtk_accelerator_get_label (key, modifiers);
}

/**
 * cw_commands_dup_tooltip:
 * @action: detailed name of an action
 * @text: (nullable): what it does, %NULL for its label
 *
 * Makes a tooltip with the key.
 *
 * Returns: (transfer full): the tooltip
 */
char *
cw_commands_dup_tooltip (const char *action, const char *text)
{
  const CwCommand *command = cw_commands_find (action);
  g_autofree char *keys = cw_commands_dup_keys (action);

  if (text == NULL && command != NULL)
    text = _ (command->label);

  return keys != NULL ? g_strdup_printf ("%s (%s)", text, keys) : g_strdup (text);
}

/**
 * cw_commands_set_accels:
 * @application: the application
 *
 * Gives the global commands their keys.
 */
void
cw_commands_set_accels (GtkApplication *application)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (GStrv) keys = NULL;

      if (!commands[i].is_global || commands[i].keys == NULL)
        continue;
      keys = g_strsplit (commands[i].keys, " ", -1);
      gtk_application_set_accels_for_action (application, commands[i].action,
                                             (const char *const *) keys);
    }
}

static void
add_shortcut (GString *ui, const char *label, const char *keys)
{
  g_autofree char *title = g_markup_escape_text (label, -1);
  g_autofree char *accelerators = g_markup_escape_text (keys, -1);

  g_string_append_printf (ui,
                          "<child><object class=\"GtkShortcutsShortcut\">"
                          "<property name=\"title\">%s</property>"
                          "<property name=\"accelerator\">%s</property></object></child>",
                          title, accelerators);
}

static void
begin_group (GString *ui, const char *label)
{
  g_autofree char *title = g_markup_escape_text (label, -1);

  g_string_append_printf (ui,
                          "<child><object class=\"GtkShortcutsGroup\">"
                          "<property name=\"title\">%s</property>",
                          title);
}

static void
end_group (GString *ui)
{
  g_string_append (ui, "</object></child>");
}

/**
 * cw_commands_dup_shortcuts_ui:
 *
 * Makes the list of all keys from the tables that the program acts by.
 *
 * Returns: (transfer full): what GtkBuilder reads
 */
char *
cw_commands_dup_shortcuts_ui (void)
{
  GString *ui = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"shortcuts\">"
                              "<property name=\"modal\">1</property><child>"
                              "<object class=\"GtkShortcutsSection\">"
                              "<property name=\"section-name\">keys</property>"
                              "<property name=\"max-height\">14</property>");
  const char *group = NULL;

  begin_group (ui, _ ("Tools"));
  for (guint i = 0; i < cw_tool_registry_get_n (); i++)
    {
      const CwToolInfo *info = cw_tool_registry_get (i);

      add_shortcut (ui, _ (info->tooltip), info->key);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (commands[i].keys == NULL)
        continue;
      if (g_strcmp0 (group, commands[i].group) != 0)
        {
          end_group (ui);
          begin_group (ui, _ (commands[i].group));
          group = commands[i].group;
        }
      add_shortcut (ui, _ (commands[i].label), commands[i].keys);
    }
  end_group (ui);
  g_string_append (ui, "</object></child></object></interface>");

  return g_string_free (ui, FALSE);
}
