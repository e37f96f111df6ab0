/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-fiducial.h"
#include "model/package/cw-keep-out.h"
#include "model/package/cw-zone.h"
#include "tests/model/package/package-test.h"

/* Planes, keep-outs and fiducials. */

static CwOutline *
new_outline (void)
{
  g_autoptr (CwPath) border = cw_path_new_box (CW_BOX (0, 0, 2 * CW_MM, CW_MM));
  g_autoptr (CwPath) hole = cw_path_new_box (CW_BOX (100000, 100000, 300000, 300000));

  return cw_outline_new (border, &hole, 1);
}

static CwZone
make_zone (CwOutline *outline)
{
  return (CwZone){
    .outline = outline, .net = cw_id_new (CW_ITEM_NET, 1), .level = RDL1, .fill = CW_ZONE_SOLID
  };
}

static void
test_zone_is_its_outline_minus_its_holes (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwOutline) outline = new_outline ();
  CwItemContext context = { technology, NULL };
  CwZone zone = make_zone (outline);
  CwShape shape;

  assert_valid (&cw_zone_class, &zone, &context);
  g_assert_cmpuint (cw_zone_class.count_shapes (&zone, &context), ==, 1);
  cw_zone_class.get_shape (&zone, &context, 0, &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_POLYGON);
  g_assert_cmpint (shape.role, ==, CW_ROLE_ZONE);
  g_assert_cmpint (shape.level, ==, RDL1);
  g_assert_cmpuint (shape.net, ==, zone.net);
  assert_box (shape.polygon->bounds, 0, 0, 2 * CW_MM, CW_MM);
  g_assert_true (cw_shape_contains (&shape, CW_POINT (50000, 50000)));
  g_assert_false (cw_shape_contains (&shape, CW_POINT (200000, 200000)));
  cw_shape_clear (&shape);
  assert_turns_back (&cw_zone_class, &zone);
}

static void
test_zone_refusals (void)
{
  static const CwPoint bow[] = { { 0, 0 }, { 4000, 4000 }, { 4000, 0 }, { 0, 3000 } };
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwOutline) outline = new_outline ();
  g_autoptr (CwPath) crossing = cw_path_new_points (bow, G_N_ELEMENTS (bow));
  g_autoptr (CwPath) flat = cw_path_new_points (bow, 2);
  g_autoptr (CwPath) outside = cw_path_new_box (CW_BOX (3 * CW_MM, 0, 4 * CW_MM, CW_MM));
  CwOutline *bad[] = { cw_outline_new (crossing, NULL, 0), cw_outline_new (flat, NULL, 0),
                       cw_outline_new (outline->border, &outside, 1),
                       cw_outline_new (outline->border, &flat, 1) };
  static const char *const messages[] = {
    "the outline of a zone crosses or touches itself or one of its holes, near \"1.714,1.714\" µm",
    "the outline of a zone encloses no area",
    "a hole of a zone lies outside of its outline, near \"3000,0\" µm",
    "the outline of a hole of a zone encloses no area",
  };
  CwItemContext context = { technology, NULL };
  CwZone zone = make_zone (outline);

  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      zone.outline = bad[i];
      assert_refused (&cw_zone_class, &zone, &context, messages[i]);
      cw_outline_unref (bad[i]);
    }
  zone.outline = NULL;
  assert_refused (&cw_zone_class, &zone, &context,
                  "the outline of a zone has \"0\" vertices, not 2 … 10000");

  zone = make_zone (outline);
  zone.level = PASS;
  assert_refused (&cw_zone_class, &zone, &context,
                  "zone level \"PASS\" is a passivation level, not a wiring level");
  zone.level = RDL1;
  zone.void_size = 20 * CW_UM;
  zone.void_pitch = 20 * CW_UM;
  assert_refused (&cw_zone_class, &zone, &context,
                  "zone hole pitch \"20\" is not in 20.001 … 1000000 µm");
  zone.void_pitch = 0;
  zone.void_size = 0;
  zone.fill = 2;
  assert_refused (&cw_zone_class, &zone, &context, "zone fill \"2\" is not in 0 … 1");
  zone.fill = CW_ZONE_SOLID;
  zone.clearance = -1;
  assert_refused (&cw_zone_class, &zone, &context,
                  "zone clearance \"-0.001\" is not in 0 … 100000 µm");
}

static void
test_keep_out_lies_on_its_levels (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwOutline) outline = new_outline ();
  CwItemContext context = { technology, NULL };
  CwKeepOut keep_out
      = { .outline = outline, .level = CW_LEVEL_NONE, .forbids = CW_KEEP_OUT_TRACES };
  static const guint levels[] = { RDL1, RDL2 };

  assert_valid (&cw_keep_out_class, &keep_out, &context);
  g_assert_cmpuint (cw_keep_out_class.count_shapes (&keep_out, &context), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      CwShape shape;

      cw_keep_out_class.get_shape (&keep_out, &context, i, &shape);
      g_assert_cmpint (shape.role, ==, CW_ROLE_KEEP_OUT);
      g_assert_cmpuint (shape.level, ==, levels[i]);
      g_assert_cmpuint (shape.part, ==, i);
      g_assert_cmpuint (shape.net, ==, CW_ID_NONE);
      cw_shape_clear (&shape);
    }
  keep_out.level = RDL2;
  g_assert_cmpuint (cw_keep_out_class.count_shapes (&keep_out, &context), ==, 1);
  assert_turns_back (&cw_keep_out_class, &keep_out);

  keep_out.level = DIE;
  assert_refused (&cw_keep_out_class, &keep_out, &context,
                  "keep-out level \"DIE\" is a die level, not a wiring level");
  keep_out.level = RDL1;
  keep_out.forbids = 0;
  assert_refused (&cw_keep_out_class, &keep_out, &context, "a keep-out forbids nothing");
  keep_out.forbids = CW_KEEP_OUT_ALL + 1;
  assert_refused (&cw_keep_out_class, &keep_out, &context,
                  "keep-out kinds \"64\" is not in 0 … 63");
}

static void
test_fiducial_forms (void)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  CwItemContext context = { technology, NULL };
  CwFiducial fiducial = {
    .at = { 1000, 2000 }, .size = 501, .clear = 900, .level = RDL2, .form = CW_FIDUCIAL_DISC
  };
  CwShape shape;

  assert_valid (&cw_fiducial_class, &fiducial, &context);
  cw_fiducial_class.get_shape (&fiducial, &context, 0, &shape);
  g_assert_cmpint (shape.kind, ==, CW_SHAPE_DISC);
  g_assert_cmpint (shape.role, ==, CW_ROLE_FIDUCIAL);
  g_assert_cmpint (shape.disc.diameter, ==, 501);

  fiducial.form = CW_FIDUCIAL_SQUARE;
  cw_fiducial_class.get_shape (&fiducial, &context, 0, &shape);
  assert_box (shape.box, 750, 1750, 1251, 2251);

  fiducial.form = CW_FIDUCIAL_CROSS;
  g_assert_cmpuint (cw_fiducial_class.count_shapes (&fiducial, &context), ==, 2);
  cw_fiducial_class.get_shape (&fiducial, &context, 0, &shape);
  assert_box (shape.box, 750, 1950, 1251, 2050);
  cw_fiducial_class.get_shape (&fiducial, &context, 1, &shape);
  assert_box (shape.box, 950, 1750, 1050, 2251);
  assert_turns_back (&cw_fiducial_class, &fiducial);

  fiducial.size = 4;
  assert_refused (&cw_fiducial_class, &fiducial, &context,
                  "fiducial size \"0.004\" is not in 0.005 … 100000 µm");
  fiducial.size = 500;
  fiducial.at.x = CW_COORD_MAX;
  assert_refused (&cw_fiducial_class, &fiducial, &context,
                  "fiducial reaches further than 1000000 µm from the origin");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/package/zone/is-its-outline-minus-its-holes",
                   test_zone_is_its_outline_minus_its_holes);
  g_test_add_func ("/model/package/zone/refusals", test_zone_refusals);
  g_test_add_func ("/model/package/keep-out/lies-on-its-levels", test_keep_out_lies_on_its_levels);
  g_test_add_func ("/model/package/fiducial/forms", test_fiducial_forms);

  return g_test_run ();
}
