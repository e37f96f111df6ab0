/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-bus.h"
#include "tests/model/package/package-test.h"

static CwBus
make (CwBusKind kind, CwPath *path)
{
  return (CwBus){ .path = path,
                  .width = 10 * CW_UM,
                  .pitch = kind == CW_BUS_RING ? 0 : 100 * CW_UM,
                  .reach = kind == CW_BUS_SPINE ? 50 * CW_UM : 0,
                  .net = cw_id_new (CW_ITEM_NET, 1),
                  .kind = (guint8) kind,
                  .level = RDL1 };
}

static CwShape
get_shape (const CwBus *bus, const CwItemContext *context, guint32 part)
{
  CwShape shape;

  cw_bus_class.get_shape (bus, context, part, &shape);
  g_assert_cmpuint (shape.part, ==, part);
  g_assert_cmpuint (shape.net, ==, bus->net);
  g_assert_cmpint (shape.role, ==, CW_ROLE_BUS);
  g_assert_cmpint (shape.level, ==, bus->level);
  return shape;
}

static void
assert_line (const CwBus *bus, const CwItemContext *context, guint32 part, CwPoint a, CwPoint b)
{
  CwShape shape = get_shape (bus, context, part);

  g_assert_cmpint (shape.kind, ==, CW_SHAPE_CAPSULE);
  g_assert_cmpint (shape.capsule.width, ==, bus->width);
  assert_point (shape.capsule.a, a.x, a.y);
  assert_point (shape.capsule.b, b.x, b.y);
}

/* every line touches another, and all hang together */
static void
assert_connected (const CwBus *bus, const CwItemContext *context)
{
  guint32 n = cw_bus_class.count_shapes (bus, context);
  g_autofree CwShape *shapes = g_new (CwShape, n);
  g_autofree gboolean *reached = g_new0 (gboolean, n);
  gboolean grows = TRUE;

  for (guint32 i = 0; i < n; i++)
    shapes[i] = get_shape (bus, context, i);
  reached[0] = TRUE;
  while (grows)
    {
      grows = FALSE;
      for (guint32 i = 0; i < n; i++)
        for (guint32 j = 0; j < n; j++)
          if (reached[i] && !reached[j] && cw_shape_touches (&shapes[i], &shapes[j]))
            grows = reached[j] = TRUE;
    }
  for (guint32 i = 0; i < n; i++)
    g_assert_true (reached[i]);
}

static void
test_ring (void)
{
  static const CwVertex vertices[]
      = { { { 0, 0 }, 0 }, { { 400000, 0 }, 180 * CW_DEGREE }, { { 400000, 200000 }, 0 } };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) path = cw_path_new (vertices, G_N_ELEMENTS (vertices));
  CwItemContext context = { technology, NULL };
  CwBus bus = make (CW_BUS_RING, path);
  CwShape arc;

  assert_valid (&cw_bus_class, &bus, &context);
  g_assert_cmpuint (cw_bus_class.count_shapes (&bus, &context), ==, 3);
  assert_line (&bus, &context, 0, vertices[0].at, vertices[1].at);
  arc = get_shape (&bus, &context, 1);
  g_assert_cmpint (arc.kind, ==, CW_SHAPE_BAND);
  g_assert_cmpint (arc.band.arc.sweep, ==, 180 * CW_DEGREE);
  assert_line (&bus, &context, 2, vertices[2].at, vertices[0].at);
  assert_connected (&bus, &context);
  assert_turns_back (&cw_bus_class, &bus);
}

static void
test_spine (void)
{
  static const CwVertex vertices[] = { { { 0, 0 }, 0 },
                                       { { 250000, 0 }, 90 * CW_DEGREE },
                                       { { 300000, 50000 }, 0 },
                                       { { 300000, 90000 }, 0 } };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) path = cw_path_new (vertices, G_N_ELEMENTS (vertices));
  CwItemContext context = { technology, NULL };
  CwBus bus = make (CW_BUS_SPINE, path);

  assert_valid (&cw_bus_class, &bus, &context);
  /* three legs, two ribs on the first, none on the arc and on the last, which is too short */
  g_assert_cmpuint (cw_bus_class.count_shapes (&bus, &context), ==, 5);
  assert_line (&bus, &context, 3, CW_POINT (75000, -50000), CW_POINT (75000, 50000));
  assert_line (&bus, &context, 4, CW_POINT (175000, -50000), CW_POINT (175000, 50000));
  assert_connected (&bus, &context);
}

static void
test_mesh (void)
{
  static const CwVertex vertices[]
      = { { { 0, 0 }, 0 }, { { 300000, 0 }, 0 }, { { 0, 300000 }, 0 } };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) path = cw_path_new (vertices, G_N_ELEMENTS (vertices));
  g_autoptr (CwPath) copy = cw_path_new (vertices, G_N_ELEMENTS (vertices));
  CwItemContext context = { technology, NULL };
  CwBus bus = make (CW_BUS_MESH, path);
  CwBus same = bus;

  same.path = copy;
  assert_valid (&cw_bus_class, &bus, &context);
  g_assert_cmpuint (cw_bus_class.count_shapes (&bus, &context), ==, 9);
  g_assert_cmpuint (cw_bus_class.count_shapes (&same, &context), ==, 9);
  assert_line (&bus, &context, 3, CW_POINT (50000, 0), CW_POINT (50000, 250000));
  assert_line (&bus, &context, 5, CW_POINT (250000, 0), CW_POINT (250000, 50000));
  assert_line (&bus, &context, 6, CW_POINT (0, 50000), CW_POINT (250000, 50000));
  assert_connected (&bus, &context);
}

static void
test_mesh_keeps_within_any_outline (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  CwItemContext context = { technology, NULL };

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 20; round++)
    {
      CwVertex vertices[8];
      g_autoptr (CwPath) path = NULL;
      g_autoptr (CwPolygon) polygon = NULL;
      CwShape outline = { .kind = CW_SHAPE_POLYGON };
      CwBus bus;

      /* a star about the origin: every outline is simple */
      for (guint i = 0; i < G_N_ELEMENTS (vertices); i++)
        {
          CwAngle angle = (CwAngle) i * (CW_ANGLE_FULL / 8);
          double radius = g_rand_int_range (random, 200000, 1000000);

          vertices[i] = (CwVertex){ { (CwCoord) (radius * cw_angle_get_cos (angle)),
                                      (CwCoord) (radius * cw_angle_get_sin (angle)) },
                                    0 };
        }
      path = cw_path_new (vertices, G_N_ELEMENTS (vertices));
      polygon = cw_polygon_new_path (path, 1);
      outline.polygon = polygon;
      bus = make (CW_BUS_MESH, path);
      bus.pitch = 73 * CW_UM;
      assert_valid (&cw_bus_class, &bus, &context);
      assert_connected (&bus, &context);
      for (guint32 i = 8; i < cw_bus_class.count_shapes (&bus, &context); i++)
        {
          CwShape shape = get_shape (&bus, &context, i);

          g_assert_true (cw_shape_is_near_point (&outline, shape.capsule.a, 1));
          g_assert_true (cw_shape_is_near_point (&outline, shape.capsule.b, 1));
        }
    }
}

static void
test_bad_values_are_refused (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) box = cw_path_new_box (CW_BOX (0, 0, 50 * CW_MM, 50 * CW_MM));
  const CwPoint twice[] = { { 0, 0 }, { 1000, 0 }, { 1000, 0 } };
  g_autoptr (CwPath) zero = cw_path_new_points (twice, G_N_ELEMENTS (twice));
  g_autoptr (CwPath) line = cw_path_new_points (twice, 2);
  CwItemContext context = { technology, NULL };
  CwBus bus = make (CW_BUS_MESH, box);

  bus.pitch = bus.width;
  assert_refused (&cw_bus_class, &bus, &context, "bus pitch \"10\" is not in 10.001 … 1000000 µm");
  bus = make (CW_BUS_SPINE, box);
  bus.pitch = 0;
  assert_refused (&cw_bus_class, &bus, &context, "bus pitch \"0\" is not in 10.001 … 1000000 µm");
  bus = make (CW_BUS_MESH, box);
  bus.width = CW_UM / 10;
  bus.pitch = CW_UM;
  assert_refused (&cw_bus_class, &bus, &context,
                  "a bus has \"100000\" lines or more, not at most 20000");
  bus = make (CW_BUS_RING, zero);
  assert_refused (&cw_bus_class, &bus, &context, "the path of a ring has a leg without length");
  bus = make (CW_BUS_RING, line);
  assert_refused (&cw_bus_class, &bus, &context, "the path of a ring encloses no area");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/package/bus/ring", test_ring);
  g_test_add_func ("/model/package/bus/spine", test_spine);
  g_test_add_func ("/model/package/bus/mesh", test_mesh);
  g_test_add_func ("/model/package/bus/mesh-keeps-within-any-outline",
                   test_mesh_keeps_within_any_outline);
  g_test_add_func ("/model/package/bus/bad-values-are-refused", test_bad_values_are_refused);

  return g_test_run ();
}
