/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-trace.h"
#include "tests/model/package/package-test.h"

/* a straight leg to the right, a quarter circle upwards, a straight leg up */
static const CwVertex bend[] = { { { 0, 0 }, 0 },
                                 { { 100000, 0 }, CW_ANGLE_90 },
                                 { { 150000, 50000 }, 0 },
                                 { { 150000, 200000 }, 0 } };

static CwTrace
trace_new (const CwVertex *vertices, gsize n_vertices)
{
  return (CwTrace){ .path = cw_path_new (vertices, n_vertices),
                    .width = 10001,
                    .net = cw_id_new (CW_ITEM_NET, 3),
                    .level = RDL1 };
}

static void
test_refuses_bad_values (void)
{
  static const struct
  {
    CwCoord width;
    guint8 level;
    CwId net;
    guint8 flags;
    const char *message;
  } rows[] = {
    { 1, RDL2, CW_ID_NONE, CW_ITEM_LOCKED, NULL },
    { 100 * CW_MM, RDL1, CW_ID_NONE, 0, NULL },
    { -5000, RDL1, CW_ID_NONE, 0, "trace width \"-5\" is not in 0.001 … 100000 µm" },
    { 0, RDL1, CW_ID_NONE, 0, "trace width \"0\" is not in 0.001 … 100000 µm" },
    { 100 * CW_MM + 1, RDL1, CW_ID_NONE, 0,
      "trace width \"100000.001\" is not in 0.001 … 100000 µm" },
    { 1, D1, CW_ID_NONE, 0, "trace level \"D1\" is a dielectric level, not a wiring level" },
    { 1, 77, CW_ID_NONE, 0, "trace level \"77\" is not in the stack" },
    { 1, RDL1, 1u << 28 | 1, 2, "trace flags \"2\" is not in 0 … 1" },
    { 1, RDL1, 6u << 28, 0, "net \"1610612736\" of a trace is not a net" },
  };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  CwTrace trace = trace_new (bend, G_N_ELEMENTS (bend));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      trace.width = rows[i].width;
      trace.level = rows[i].level;
      trace.net = rows[i].net;
      trace.flags = rows[i].flags;
      if (rows[i].message != NULL)
        assert_refused (&cw_trace_class, &trace, &context, rows[i].message);
      else
        assert_valid (&cw_trace_class, &trace, &context);
    }
  cw_path_unref (trace.path);
}

static void
test_refuses_bad_paths (void)
{
  static const struct
  {
    CwVertex vertices[3];
    guint n_vertices;
    const char *message;
  } rows[] = {
    { { { { 0, 0 }, 0 }, { { 1, 0 }, 0 } }, 2, NULL },
    { { { { 0, 0 }, 359 * CW_DEGREE }, { { 1000, 0 }, -1 * CW_DEGREE }, { { 0, 0 }, 0 } },
      3,
      NULL },
    { { { { 0, 0 }, 0 } }, 1, "trace has \"1\" vertices, not 2 … 1000000" },
    { { { { 0, 0 }, 0 }, { { 5, 5 }, 0 }, { { 5, 5 }, 0 } },
      3,
      "trace vertices \"1\" and \"2\" are the same point" },
    { { { { 0, 0 }, 0 }, { { 0, CW_COORD_MAX + 1 }, 0 } },
      2,
      "trace vertex \"1000000.001\" is not in -1000000 … 1000000 µm" },
    { { { { 0, -CW_COORD_MAX - 1 }, 0 }, { { 0, 0 }, 0 } },
      2,
      "trace vertex \"-1000000.001\" is not in -1000000 … 1000000 µm" },
    { { { { 0, 0 }, 0 }, { { CW_COORD_MAX - 5000, 0 }, 0 } },
      2,
      "trace reaches further than 1000000 µm from the origin" },
    { { { { 0, CW_COORD_MAX - 6000 }, -180 * CW_DEGREE }, { { 9000, CW_COORD_MAX - 6000 }, 0 } },
      2,
      "trace reaches further than 1000000 µm from the origin" },
    { { { { 0, 0 }, 360 * CW_DEGREE }, { { 9, 0 }, 0 } },
      2,
      "trace sweep \"360\" is not between -360° and 360°" },
    { { { { 0, 0 }, -360 * CW_DEGREE }, { { 9, 0 }, 0 } },
      2,
      "trace sweep \"-360\" is not between -360° and 360°" },
    { { { { 0, 0 }, 1 }, { { CW_MM, 0 }, 0 } },
      2,
      "trace sweep \"0.000001\" makes an arc with a radius above 1000000 µm" },
    { { { { 0, 0 }, 0 }, { { 9, 0 }, CW_DEGREE } },
      2,
      "last trace vertex \"1\" has a sweep but no leg" },
  };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  CwTrace none = { .width = 1, .level = RDL1 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CwTrace trace = trace_new (rows[i].vertices, rows[i].n_vertices);

      if (rows[i].message != NULL)
        assert_refused (&cw_trace_class, &trace, &context, rows[i].message);
      else
        assert_valid (&cw_trace_class, &trace, &context);
      cw_path_unref (trace.path);
    }
  assert_refused (&cw_trace_class, &none, &context, "trace has \"0\" vertices, not 2 … 1000000");
}

static void
test_a_leg_is_a_shape (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  const CwItemContext context = { technology, NULL };
  CwTrace trace = trace_new (bend, G_N_ELEMENTS (bend));
  CwShape shape;

  g_assert_cmpuint (cw_trace_class.count_shapes (&trace, &context), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      cw_trace_class.get_shape (&trace, &context, i, &shape);
      g_assert_cmpint (shape.role, ==, CW_ROLE_TRACE);
      g_assert_cmpint (shape.level, ==, RDL1);
      g_assert_cmpuint (shape.net, ==, trace.net);
      g_assert_cmpuint (shape.item, ==, CW_ID_NONE);
      g_assert_cmpuint (shape.part, ==, i);
      g_assert_cmpint (shape.kind, ==, i == 1 ? CW_SHAPE_BAND : CW_SHAPE_CAPSULE);
    }

  cw_trace_class.get_shape (&trace, &context, 0, &shape);
  assert_point (shape.capsule.a, 0, 0);
  assert_point (shape.capsule.b, 100000, 0);
  g_assert_cmpint (shape.capsule.width, ==, 10001);
  cw_trace_class.get_shape (&trace, &context, 1, &shape);
  assert_point (shape.band.arc.start, 100000, 0);
  assert_point (shape.band.arc.end, 150000, 50000);
  g_assert_cmpint (shape.band.arc.sweep, ==, CW_ANGLE_90);
  g_assert_cmpint (shape.band.width, ==, 10001);
  cw_path_unref (trace.path);
}

static void
test_turns_back (void)
{
  CwTrace trace = trace_new (bend, G_N_ELEMENTS (bend));

  assert_turns_back (&cw_trace_class, &trace);
  cw_path_unref (trace.path);
}

static void
test_mirror_turns_arcs_over (void)
{
  const CwTransform mirror = { { 10, 0 }, 0, TRUE };
  CwTrace trace = trace_new (bend, G_N_ELEMENTS (bend));
  CwTrace *moved = item_hold (&cw_trace_class, &trace);

  cw_trace_class.transform (moved, &mirror);
  assert_point (moved->path->vertices[2].at, -149990, 50000);
  g_assert_cmpint (moved->path->vertices[1].sweep, ==, -CW_ANGLE_90);
  assert_point (trace.path->vertices[2].at, 150000, 50000);
  item_drop (&cw_trace_class, moved);
  cw_path_unref (trace.path);
}

static void
test_compares_by_value (void)
{
  CwTrace trace = trace_new (bend, G_N_ELEMENTS (bend));
  CwTrace other = trace_new (bend, G_N_ELEMENTS (bend));
  CwTrace shorter = trace_new (bend, 3);

  g_assert_true (cw_trace_class.table.equal (&trace, &other));
  g_assert_false (cw_trace_class.table.equal (&trace, &shorter));
  other.level = RDL2;
  g_assert_false (cw_trace_class.table.equal (&trace, &other));
  cw_path_unref (trace.path);
  cw_path_unref (other.path);
  cw_path_unref (shorter.path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/trace/refuses-bad-values", test_refuses_bad_values);
  g_test_add_func ("/model/package/trace/refuses-bad-paths", test_refuses_bad_paths);
  g_test_add_func ("/model/package/trace/a-leg-is-a-shape", test_a_leg_is_a_shape);
  g_test_add_func ("/model/package/trace/turns-back", test_turns_back);
  g_test_add_func ("/model/package/trace/mirror-turns-arcs-over", test_mirror_turns_arcs_over);
  g_test_add_func ("/model/package/trace/compares-by-value", test_compares_by_value);

  return g_test_run ();
}
