/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <stdlib.h>

#include "tests/gui/cw-gui.h"

/* A monkey at the pointer and the keyboard, always the same one: nothing that it does may crash the program, set
 * off a warning (they are fatal here), or leave a change that undoing does not take back. */

#define SEED 20261122
#ifdef __SANITIZE_ADDRESS__
#define N_EVENTS 800
#else
#define N_EVENTS 3000
#endif
#define BURST 40 /* events between two looks at the program */
#define GROWTH_MAX                                                                                 \
  288 * 1024 /* from the first fifth to the end; tiles alone may fill 192 MiB [KiB] */

/* keys of tools, views and edits; none that opens or writes files, closes, or types into a list */
static const char *const keys[] = {
  "a",
  "b",
  "c",
  "d",
  "e",
  "f",
  "g",
  "h",
  "j",
  "k",
  "l",
  "m",
  "n",
  "o",
  "p",
  "q",
  "r",
  "s",
  "t",
  "u",
  "v",
  "w",
  "x",
  "z",
  "0",
  "1",
  "2",
  "3",
  "7",
  "minus",
  "plus",
  "period",
  "comma",
  "slash",
  "backslash",
  "apostrophe",
  "grave",
  "bracketleft",
  "bracketright",
  "Tab",
  "Return",
  "End",
  "BackSpace",
  "Delete",
  "Home",
  "Left",
  "Right",
  "Up",
  "Down",
  "Page_Up",
  "Page_Down",
  "F9",
  "Escape",
  "Escape",
  "Escape",
  "Escape",
  "<Shift>r",
  "<Shift>n",
  "<Shift>w",
  "<Shift>s",
  "<Shift>p",
  "<Shift>a",
  "<Shift>Tab",
  "<Shift>F9",
  "<Shift>grave",
  "<Control>a",
  "<Control>d",
  "<Control>e",
  "<Control>k",
  "<Control>t",
  "<Control>u",
  "<Control>y",
  "<Control>z",
  "<Control>z",
  "<Control>c",
  "<Control>v",
  "<Control>x",
  "<Control>plus",
  "<Control>minus",
  "<Control>Left",
  "<Control>Right",
  "<Control><Shift>t",
  "<Control><Shift>k",
  "<Alt>z",
  "<Alt>y",
  "<Alt>Left",
  "<Alt>Right",
  "<Shift>space",
  "<Alt>Up",
  "<Shift>Left",
};

static gint64
get_resident (void)
{
  g_autofree char *text = NULL;
  const char *at;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  at = strstr (text, "VmRSS:");
  g_assert_nonnull (at);

  return g_ascii_strtoll (at + strlen ("VmRSS:"), NULL, 10);
}

static void
point_somewhere (CwGui *gui, GRand *rand)
{
  gboolean on_section = g_rand_int_range (rand, 0, 12) == 0;
  GtkWidget *widget = on_section ? GTK_WIDGET (cw_window_get_section_area (gui->window))
                                 : GTK_WIDGET (cw_window_get_canvas (gui->window));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (width < 4 || height < 4)
    return;
  cw_gui_move_px (gui, widget, g_rand_int_range (rand, 2, width - 2),
                  g_rand_int_range (rand, 2, height - 2));
}

static void
click (CwGui *gui, guint button)
{
  cw_gui_button (gui, button, TRUE);
  cw_gui_button (gui, button, FALSE);
}

/* returns how many events it was */
static guint
happen (CwGui *gui, GRand *rand, gboolean *pressed)
{
  switch (g_rand_int_range (rand, 0, 16))
    {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
      point_somewhere (gui, rand);
      return 1;

    case 5:
    case 6:
    case 7:
      click (gui, 1);
      return 2;

    case 8:
      *pressed = !*pressed;
      cw_gui_button (gui, 1, *pressed);
      return 1;

    case 9:
      click (gui, g_rand_int_range (rand, 0, 4) == 0 ? 3 : 1);
      return 2;

    case 10:
      click (gui, g_rand_boolean (rand) ? 4 : 5);
      return 2;

    default:
      cw_gui_send_key (gui, keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))]);
      return 2;
    }
}

/* nothing that the monkey opened stays in the way of what comes next */
static void
calm_down (CwGui *gui, gboolean *pressed)
{
  if (*pressed)
    cw_gui_button (gui, 1, FALSE);
  *pressed = FALSE;
  for (guint i = 0; i < 6; i++)
    cw_gui_send_key (gui, "Escape");
  XSync (gui->display, False);
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  gtk_widget_grab_focus (GTK_WIDGET (cw_window_get_canvas (gui->window)));
}

static guint32
count_items (CwGui *gui)
{
  guint32 n = 0;

  for (guint kind = CW_ITEM_NONE + 1; kind < CW_N_ITEM_KINDS; kind++)
    n += cw_design_get_n_items (cw_gui_get_design (gui), (CwItemKind) kind);

  return n;
}

/* all that is in the way is closed, all that was done is undone */
static void
undo_all (CwGui *gui, gboolean *pressed, const char *hash)
{
  g_autofree char *now = NULL;

  calm_down (gui, pressed);
  cw_document_go_to (cw_editor_get_document (cw_gui_get_editor (gui)), 0);
  now = cw_gui_get_hash (gui);
  g_assert_cmpstr (now, ==, hash);
}

static guint
count_events (void)
{
  const char *asked = g_getenv ("CW_MONKEY_EVENTS");

  return asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : N_EVENTS;
}

static void
test_monkey (void)
{
  CwGui gui;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autofree char *first = NULL;
  guint n_events = count_events ();
  guint n_looks = 0;
  guint n_undone = 0;
  guint32 n_items;
  gint64 early = 0;
  gboolean pressed = FALSE;

  cw_gui_start (&gui, TRUE);
  first = cw_gui_get_hash (&gui);
  n_items = count_items (&gui);
  for (guint i = 0; i < n_events;)
    {
      guint end = MIN (i + BURST, n_events);

      while (i < end)
        i += happen (&gui, rand, &pressed);
      XSync (gui.display, False);
      do
        g_usleep (2000);
      while (g_main_context_iteration (NULL, FALSE));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (++n_looks % 25 == 0)
        calm_down (&gui, &pressed);
      /* it likes to select all and to duplicate it */
      if (count_items (&gui) > 2 * n_items)
        {
          undo_all (&gui, &pressed, first);
          n_undone++;
        }
      if (early == 0 && i >= n_events / 5)
        early = get_resident ();
    }
  g_assert_cmpuint (cw_document_get_n_revisions (cw_editor_get_document (cw_gui_get_editor (&gui))),
                    >, n_events / 1000);
  undo_all (&gui, &pressed, first);
  cw_gui_settle (&gui);
  g_test_message ("%u revisions, undone %u times, %" G_GINT64_FORMAT " KiB early, %" G_GINT64_FORMAT
                  " KiB at the end",
                  cw_document_get_n_revisions (cw_editor_get_document (cw_gui_get_editor (&gui))),
                  n_undone + 1, early, get_resident ());
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpint (get_resident () - early, <, GROWTH_MAX);
#endif
  cw_gui_end (&gui);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/monkey/nothing-breaks-and-all-is-undone", test_monkey);

  return g_test_run ();
}
