/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>

#include "app/cw-window-private.h"
#include "io/xml/cw-xml.h"

/* The samples lie within the program. One that is opened is a new design: saving it asks where to. */

#define FOLDER "/org/chipwright/Chipwright/samples/"

#define METHOD_A N_ ("Method A: dies face up")
#define METHOD_B N_ ("Method B: dies face down on a sheet that stays")
#define METHOD_C N_ ("Method C: dies face down on a carrier")
#define OTHERS N_ ("To look things up")

static const struct
{
  const char *section;
  const char *name;
  const char *title;
} samples[] = {
  { METHOD_A, "a1-single", N_ ("One die, one level") },
  { METHOD_A, "a1-multi", N_ ("Two memories in milled cavities, one level") },
  { METHOD_A, "a2-single-heat", N_ ("One die on a heat-conducting plate, two levels") },
  { METHOD_A, "a2-multi-heat", N_ ("Two dies on a heat-conducting plate, two levels") },
  { METHOD_A, "a2-multi-moulded", N_ ("Two dies in a moulded substrate, two levels") },
  { METHOD_A, "two-die-fan-out", N_ ("Two dies on a plain substrate, two levels") },
  { METHOD_A, "a3-single", N_ ("One die in a moulded substrate, three levels") },
  { METHOD_A, "a3-multi-cores", N_ ("Two dies between two core boards, three levels") },
  { METHOD_B, "b1-single", N_ ("One die, one level") },
  { METHOD_B, "b1-multi", N_ ("Two memories, one level") },
  { METHOD_B, "b2-single", N_ ("One die, two levels") },
  { METHOD_B, "b2-multi", N_ ("Two dies, two levels") },
  { METHOD_B, "b3-single", N_ ("One die, three levels") },
  { METHOD_B, "b3-multi", N_ ("Three dies, three levels") },
  { METHOD_C, "c1-single", N_ ("One die, one level") },
  { METHOD_C, "c1-multi", N_ ("Two memories, one level") },
  { METHOD_C, "c2-single", N_ ("One die, two levels") },
  { METHOD_C, "c2-multi", N_ ("Two dies, two levels") },
  { METHOD_C, "c3-single", N_ ("One die, three levels") },
  { METHOD_C, "c3-multi", N_ ("Three dies, three levels") },
  { OTHERS, "passives", N_ ("Every form of passive device") },
  { OTHERS, "broken", N_ ("A package that breaks each rule once") },
};

/**
 * cw_window_get_sample:
 * @index: which sample
 * @name: (out): its name
 * @title: (out): its words, translated
 * @section: (out): the heading that it stands under, translated
 *
 * Gets a sample.
 *
 * Returns: whether there is one
 */
gboolean
cw_window_get_sample (guint index, const char **name, const char **title, const char **section)
{
  if (index >= G_N_ELEMENTS (samples))
    return FALSE;
  *name = samples[index].name;
  *title = _ (samples[index].title);
  *section = _ (samples[index].section);

  return TRUE;
}

/**
 * cw_window_make_sample_menu:
 *
 * Makes the menu of the samples.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
cw_window_make_sample_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) part = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *action = g_strdup_printf ("win.open-sample::%s", samples[i].name);

      if (i == 0 || g_strcmp0 (samples[i].section, samples[i - 1].section) != 0)
        {
          g_clear_object (&part);
          part = g_menu_new ();
          g_menu_append_submenu (menu, _ (samples[i].section), G_MENU_MODEL (part));
        }
      g_menu_append (part, _ (samples[i].title), action);
    }

  return G_MENU_MODEL (menu);
}

/**
 * cw_window_open_sample:
 * @self: a window
 * @name: name of a sample
 *
 * Opens a sample as a new design, here or in a window of its own when this one has a document.
 */
void
cw_window_open_sample (CwWindow *self, const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, ".cwx", NULL);
  g_autofree char *file = g_path_get_basename (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autoptr (CwDesign) design = bytes != NULL ? cw_xml_read (bytes, file, NULL, &error) : NULL;
  CwWindow *window = self;

  if (design == NULL)
    {
      cw_window_show_error (self, _ ("The file could not be opened."), error->message);
      return;
    }
  if (!cw_window_is_pristine (self))
    {
      window = cw_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      gtk_window_present (GTK_WINDOW (window));
    }
  cw_window_set_editor (window, design, NULL);
}
