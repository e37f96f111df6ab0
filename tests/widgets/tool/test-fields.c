/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/widgets/tool/fixture.h"

/* What is typed at the pointer, in every field of the tools that draw wiring: a number, a unit, an
 * expression, a change of the old value, and what is refused without changing anything. */

typedef struct
{
  const char *tool;
  const char *keys; /* pressed first */
  guint n_clicks;   /* at the start */
  const char *field;
  const char *text;
  const char *shown; /* NULL: refused */
} Row;

static const Row rows[] = {
  { "trace", NULL, 1, "length", "250", "250" },
  { "trace", NULL, 1, "length", "0.25 mm", "250" },
  { "trace", NULL, 1, "length", "0,25mm", "250" },
  { "trace", NULL, 1, "length", "2*100 + 50", "250" },
  { "trace", NULL, 1, "length", "(100|400)", "250" },
  { "trace", NULL, 1, "length", "+= 50", "1050" },
  { "trace", NULL, 1, "length", "/= 2", "500" },
  { "trace", NULL, 1, "length", "10 mils", NULL },
  { "trace", NULL, 1, "length", "1e9", NULL },
  { "trace", NULL, 1, "length", "1mm*1mm", NULL },
  { "trace", NULL, 1, "angle", "90", "90" },
  { "trace", NULL, 1, "angle", "45°", "45" },
  { "trace", NULL, 1, "angle", "+= 30", "30" },
  { "trace", NULL, 1, "angle", "2*45", "90" },
  { "trace", NULL, 1, "angle", "10um", NULL },
  { "trace", NULL, 1, "angle", "400", NULL },
  { "trace", NULL, 1, "dx", "-= 200", "800" },
  { "trace", NULL, 1, "dx", "grid*5", "5" },
  { "trace", NULL, 1, "dx", "3*w", "30" },
  { "trace", NULL, 1, "dy", "-12.5", "-12.5" },
  { "trace", NULL, 1, "total", "+= 100", "1100" },
  { "trace", NULL, 1, "total", "-5", NULL },
  { "trace", NULL, 1, "width", "20", "20" },
  { "trace", NULL, 1, "width", "*= 2", "20" },
  { "trace", NULL, 1, "width", "2*w", "20" },
  { "trace", NULL, 1, "width", "0", NULL },
  { "trace", NULL, 1, "width", "wide", NULL },
  { "trace", NULL, 1, "hole", "15", "15" },
  { "trace", NULL, 1, "hole", "+= 5", "15" },
  { "trace", NULL, 1, "level", "RDL2", "RDL2" },
  { "trace", NULL, 1, "level", "PASS", NULL },
  { "trace", NULL, 0, "level", "RDL2", "RDL2" },
  { "trace", "c", 1, "radius", "120", "120" },
  { "trace", "c", 1, "radius", "+= 10", "50" },
  { "trace", "c", 1, "radius", "-1", NULL },
  { "via", NULL, 0, "x", "+= 10", "-1990" },
  { "via", NULL, 0, "y", "1mm", "1000" },
  { "via", NULL, 0, "hole", "*= 1.5", "15" },
  { "via", NULL, 0, "hole", "1mm", NULL },
  { "via", NULL, 0, "land", "60", "60" },
  { "via", NULL, 0, "land", "5", NULL },
  { "via", NULL, 0, "pitch", "80", "80" },
  { "via", NULL, 0, "land", "2*pitch - 10", "70" },
  { "via", NULL, 0, "pitch", "0", NULL },
  { "via", NULL, 0, "to", "RDL2", "RDL2" },
  { "via", NULL, 0, "to", "D2", NULL },
  { "via", NULL, 0, "count", "3.5um", NULL },
  { "via", NULL, 0, "count", "-1", NULL },
  { "bus", NULL, 0, "width", "+= 5", "15" },
  { "bus", "b", 0, "pitch", "2*w", "20" },
  { "bus", "b", 0, "reach", "/= 4", "25" },
  { "bus", NULL, 0, "net", "B", "B" },
  { "bus", NULL, 0, "net", "-", "-" },
  { "bus", NULL, 0, "net", "nobody", NULL },
};

static char *
dup_field (Fixture *self, const char *name)
{
  g_autoptr (GArray) fields = cw_tool_list_fields (self->tool);

  for (guint i = 0; i < fields->len; i++)
    if (strcmp (g_array_index (fields, CwToolField, i).name, name) == 0)
      return g_strdup (g_array_index (fields, CwToolField, i).text);

  return NULL;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Fixture) self = fixture_new (row->tool);
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (CwDesign) before = cw_design_ref (fixture_get_design (self));

  if (row->keys != NULL)
    fixture_key (self, row->keys);
  for (guint i = 0; i < row->n_clicks; i++)
    fixture_click (self, -3000, 2000);
  fixture_move (self, -2000, 2000);
  old = dup_field (self, row->field);
  g_assert_nonnull (old);
  if (cw_tool_set_field (self->tool, row->field, row->text, &error) != (row->shown != NULL))
    g_error ("%s \"%s\": %s", row->field, row->text, error != NULL ? error->message : "taken");
  shown = dup_field (self, row->field);
  g_assert_cmpstr (shown, ==, row->shown != NULL ? row->shown : old);
  if (row->shown == NULL)
    g_assert_cmpstr (error->message, !=, "");
  fixture_key (self, "Escape");
  g_assert_true (fixture_get_design (self) == before);
}

static void
test_count_is_of_the_row (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } counts[] = { { "4", "4" }, { "+= 2", "6" }, { "*= 2", "12" }, { "", "11" } };
  g_autoptr (Fixture) self = fixture_new ("via");

  fixture_value (self, "pitch", "50");
  fixture_move (self, -3000, 2000);
  fixture_press (self, -3000, 2000);
  fixture_move (self, -2500, 2000);
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = NULL;

      cw_tool_set_field (self->tool, "count", counts[i].text, &error);
      g_assert_no_error (error);
      shown = dup_field (self, "count");
      g_assert_cmpstr (shown, ==, counts[i].shown);
    }
}

static void
test_dragged_trace_goes_by_what_is_typed (void)
{
  g_autoptr (Fixture) self = fixture_new ("select");
  g_autofree char *shown = NULL;
  const CwTrace *trace;

  fixture_move (self, 500, -1000);
  fixture_key (self, "d");
  g_assert_true (cw_tool_set_field (self->tool, "dy", "-100", NULL));
  g_assert_true (cw_tool_set_field (self->tool, "dy", "-= 20", NULL));
  shown = dup_field (self, "dy");
  g_assert_cmpstr (shown, ==, "-120");
  fixture_key (self, "Return");
  trace = cw_design_get_trace (fixture_get_design (self), self->trace);
  g_assert_cmpint (trace->path->vertices[1].at.y, ==, -1120 * CW_UM);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name
          = g_strdup_printf ("/widgets/tool/fields/%s-%s-%zu", rows[i].tool, rows[i].field, i);

      g_test_add_data_func (name, &rows[i], test_row);
    }
  g_test_add_func ("/widgets/tool/fields/count-is-of-the-row", test_count_is_of_the_row);
  g_test_add_func ("/widgets/tool/fields/dragged-trace-goes-by-what-is-typed",
                   test_dragged_trace_goes_by_what_is_typed);

  return g_test_run ();
}
