/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "model/physics/cw-passive-value.h"
#include "tests/gui/cw-gui.h"
#include "widgets/tool/cw-handle.h"

/* beside the wiring of the sample: free on all levels */
#define FREE CW_POINT (-3300 * CW_UM, 2450 * CW_UM)
/* below all balls */
#define LOW_LEFT CW_POINT (-5700 * CW_UM, -3800 * CW_UM)
#define LOW_RIGHT CW_POINT (-4900 * CW_UM, -3100 * CW_UM)

static gboolean
take_last (CwId id, gconstpointer item, gpointer user_data)
{
  *(CwId *) user_data = id;

  return TRUE;
}

static CwId
get_last (CwGui *gui, CwItemKind kind)
{
  CwId id = CW_ID_NONE;

  cw_design_foreach (cw_gui_get_design (gui), kind, take_last, &id);

  return id;
}

static const CwPassive *
get_passive (CwGui *gui, CwId id)
{
  return cw_design_get_passive (cw_gui_get_design (gui), id);
}

static char *
dup_value (CwGui *gui, CwId id)
{
  CwPassiveValue values[CW_MAX_PASSIVE_VALUES];

  cw_passive_list_values (get_passive (gui, id), cw_design_get_technology (cw_gui_get_design (gui)),
                          values);

  return cw_passive_value_format (&values[0]);
}

/* a seen label with a text in it */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;

  return FALSE;
}

typedef struct
{
  CwGui *gui;
  const char *text;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return shows (GTK_WIDGET (wanted->gui->window), wanted->text);
}

static void
choose_form (CwGui *gui, CwPassiveForm form)
{
  CwToolHost *host = cw_editor_get_host (cw_gui_get_editor (gui));

  while (cw_tool_host_get_settings (host)->passive_form != (guint8) form)
    cw_gui_key (gui, "p");
}

static void
zoom_in (CwGui *gui, CwPoint at)
{
  cw_gui_move (gui, at);
  for (guint i = 0; i < 10; i++)
    cw_gui_wheel (gui, TRUE);
  cw_gui_settle (gui);
}

/* placed, a handle dragged, its inductance seen to grow, and back to the same bytes */
static void
test_spiral (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  g_autofree char *placed = NULL;
  g_autofree char *again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GArray) handles = NULL;
  CwPoint handle;
  CwCoord inner;
  CwId id;

  cw_gui_start (&gui, TRUE);
  zoom_in (&gui, FREE);
  hash = cw_gui_get_hash (&gui);
  cw_gui_key (&gui, "<Shift>a");
  choose_form (&gui, CW_FORM_SQUARE_SPIRAL);
  cw_gui_click (&gui, FREE);
  id = get_last (&gui, CW_ITEM_PASSIVE);
  g_assert_cmpstr (get_passive (&gui, id)->name, ==, "L1");
  cw_gui_key (&gui, "Escape");
  placed = cw_gui_get_hash (&gui);
  before = dup_value (&gui, id);
  inner = get_passive (&gui, id)->values[CW_PARAMETER_INNER];

  cw_selection_change (cw_editor_get_selection (cw_gui_get_editor (&gui)), CW_SELECT_REPLACE,
                       &(CwPick){ id, 0 }, 1);
  cw_gui_spin (is_shown, &(Wanted){ &gui, before });
  handles = cw_handle_list (cw_gui_get_design (&gui), id);
  handle = g_array_index (handles, CwPoint, 0);
  cw_gui_drag (&gui, handle, CW_POINT (handle.x, handle.y + 50 * CW_UM));
  g_assert_cmpint (get_passive (&gui, id)->values[CW_PARAMETER_INNER], >, inner + 50 * CW_UM);
  after = dup_value (&gui, id);
  g_assert_cmpstr (after, !=, before);
  g_assert_true (g_str_has_prefix (after, "L = "));
  cw_gui_spin (is_shown, &(Wanted){ &gui, after });
  cw_gui_key (&gui, "<Control>z");
  again = cw_gui_get_hash (&gui);
  g_assert_cmpstr (again, ==, placed);
  cw_gui_key (&gui, "<Control>z");
  undone = cw_gui_get_hash (&gui);
  g_assert_cmpstr (undone, ==, hash);
  cw_gui_end (&gui);
}

/* press, drag, release; the net is a power net without being asked for */
static void
test_ring (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  g_autofree char *undone = NULL;
  const CwBus *bus;
  const CwNet *net;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  cw_gui_move (&gui, LOW_LEFT);
  cw_gui_key (&gui, "b");
  cw_gui_drag (&gui, LOW_LEFT, LOW_RIGHT);
  bus = cw_design_get_bus (cw_gui_get_design (&gui), get_last (&gui, CW_ITEM_BUS));
  g_assert_nonnull (bus);
  g_assert_cmpuint (bus->kind, ==, CW_BUS_RING);
  net = cw_design_get_net (cw_gui_get_design (&gui), bus->net);
  g_assert_nonnull (net);
  g_assert_cmpint (net->net_class, ==, CW_NET_POWER);
  g_assert_true (g_str_has_prefix (net->name, "VDD"));
  cw_gui_key (&gui, "<Control>z");
  undone = cw_gui_get_hash (&gui);
  g_assert_cmpstr (undone, ==, hash);
  cw_gui_end (&gui);
}

static void
test_cavity (void)
{
  CwGui gui;
  g_autofree char *hash = NULL;
  g_autofree char *dropped = NULL;
  g_autofree char *undone = NULL;
  const CwCavity *cavity;
  CwId id;

  cw_gui_start (&gui, TRUE);
  hash = cw_gui_get_hash (&gui);
  cw_gui_move (&gui, LOW_LEFT);
  cw_gui_key (&gui, "c");
  cw_gui_click (&gui, LOW_LEFT);
  cw_gui_move (&gui, LOW_RIGHT);
  cw_gui_key (&gui, "Escape");
  dropped = cw_gui_get_hash (&gui);
  g_assert_cmpstr (dropped, ==, hash);
  cw_gui_drag (&gui, LOW_RIGHT, LOW_LEFT); /* no second click at the same place */
  id = get_last (&gui, CW_ITEM_CAVITY);
  cavity = cw_design_get_cavity (cw_gui_get_design (&gui), id);
  g_assert_nonnull (cavity);
  g_assert_cmpint (cavity->depth, >, 0);
  cw_gui_key (&gui, "<Control>z");
  undone = cw_gui_get_hash (&gui);
  g_assert_cmpstr (undone, ==, hash);
  cw_gui_end (&gui);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gui/devices/spiral-is-placed-and-its-handle-dragged", test_spiral);
  g_test_add_func ("/gui/devices/ring-is-dragged-on-a-power-net", test_ring);
  g_test_add_func ("/gui/devices/cavity-is-dragged", test_cavity);

  return g_test_run ();
}
