/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <string.h>

#include "io/gerber/cw-gerber-writer.h"

#define HEAD "%FSLAX46Y46*%\n%MOMM*%\n%LPD*%\nG75*\nG01*\n"

static char *
write (const CwShape *shapes, gsize n_shapes, const CwGerberObject *object, gboolean x2)
{
  g_autoptr (CwGerberWriter) writer = cw_gerber_writer_new (x2);
  g_autoptr (GBytes) bytes = NULL;

  for (gsize i = 0; i < n_shapes; i++)
    cw_gerber_writer_add (writer, &shapes[i], object);
  bytes = cw_gerber_writer_finish (writer, "");

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_written (const CwShape *shapes, gsize n_shapes, gboolean is_pad, const char *wanted)
{
  CwGerberObject object = { .is_pad = is_pad, .function = "Conductor" };
  g_autofree char *text = write (shapes, n_shapes, &object, FALSE);

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_empty (void)
{
  CwGerberObject object = { .function = "Conductor" };
  g_autofree char *x2 = write (NULL, 0, &object, TRUE);

  assert_written (NULL, 0, FALSE, HEAD "%ADD10C,0.01*%\nM02*\n");
  g_assert_cmpstr (x2, ==, HEAD "%TA.AperFunction,NonMaterial*%\n%ADD10C,0.01*%\n%TD*%\nM02*\n");
}

static void
test_strokes (void)
{
  CwShape shapes[] = {
    { .kind = CW_SHAPE_CAPSULE, .capsule = { { 0, 0 }, { 1000, -2000 }, 10 } },
    { .kind = CW_SHAPE_CAPSULE, .capsule = { { 1000, -2000 }, { 5, 5 }, 10 } },
    { .kind = CW_SHAPE_CAPSULE, .capsule = { { 6, 6 }, { 6, 6 }, 1000001 } },
    { .kind = CW_SHAPE_DISC, .disc = { { 7, 7 }, 10 } },
  };

  assert_written (shapes, G_N_ELEMENTS (shapes), FALSE,
                  HEAD "%ADD10C,0.00001*%\n%ADD11C,1.000001*%\n"
                       "D10*\nX0Y0D02*\nX1000Y-2000D01*\nX5Y5D01*\n"
                       "D11*\nX6Y6D02*\nX6Y6D01*\n"
                       "D10*\nX7Y7D02*\nX7Y7D01*\nM02*\n");
}

static void
test_pads (void)
{
  CwPoint corners[] = { { -20, -10 }, { 20, -10 }, { 20, 10 }, { 0, 30 }, { -20, 10 } };
  g_autoptr (CwPolygon) polygon = cw_polygon_new (corners, G_N_ELEMENTS (corners));
  CwShape shapes[] = {
    { .kind = CW_SHAPE_DISC, .disc = { { 5, 6 }, 100000 } },
    { .kind = CW_SHAPE_BOX, .box = { { 0, 0 }, { 100, 50 } } },
    { .kind = CW_SHAPE_BOX, .box = { { 0, 0 }, { 3, 2 } } }, /* no whole centre */
    { .kind = CW_SHAPE_CAPSULE, .capsule = { { 0, 0 }, { 200, 0 }, 100 } },
    { .kind = CW_SHAPE_CAPSULE, .capsule = { { 0, 0 }, { 20, 20 }, 10 } },
    { .kind = CW_SHAPE_POLYGON, .polygon = polygon },
    { .kind = CW_SHAPE_DISC, .disc = { { 8, 9 }, 100000 } },
  };

  assert_written (shapes, G_N_ELEMENTS (shapes), TRUE,
                  HEAD "%ADD10C,0.1*%\n"
                       "%ADD11R,0.0001X0.00005*%\n"
                       "%AMPAD1*\n4,1,4,-0.000001,-0.000001,0.000002,-0.000001,0.000002,0.000001,"
                       "-0.000001,0.000001,-0.000001,-0.000001,0*\n%\n%ADD12PAD1*%\n"
                       "%ADD13O,0.0003X0.0001*%\n"
                       "%AMPAD2*\n20,1,0.00001,-0.00001,-0.00001,0.00001,0.00001,0*\n"
                       "1,1,0.00001,-0.00001,-0.00001*\n1,1,0.00001,0.00001,0.00001*\n%\n"
                       "%ADD14PAD2*%\n"
                       "%AMPAD3*\n4,1,5,-0.00002,-0.00002,0.00002,-0.00002,0.00002,0,0,0.00002,"
                       "-0.00002,0,-0.00002,-0.00002,0*\n%\n%ADD15PAD3*%\n"
                       "D10*\nX5Y6D03*\n"
                       "D11*\nX50Y25D03*\n"
                       "D12*\nX1Y1D03*\n"
                       "D13*\nX100Y0D03*\n"
                       "D14*\nX10Y10D03*\n"
                       "D15*\nX0Y10D03*\n"
                       "D10*\nX8Y9D03*\nM02*\n");
}

/* what has a hole comes first, so that clearing the hole clears nothing else */
static void
test_hole (void)
{
  CwPoint points[] = { { 0, 0 },   { 90, 0 },  { 90, 90 }, { 0, 90 },
                       { 30, 30 }, { 30, 60 }, { 60, 60 }, { 60, 30 } };
  guint32 ends[] = { 4, 8 };
  g_autoptr (CwPolygon) ring = cw_polygon_new_rings (points, ends, G_N_ELEMENTS (ends));
  CwShape shapes[] = {
    { .kind = CW_SHAPE_CAPSULE, .capsule = { { 40, 40 }, { 50, 50 }, 10 } },
    { .kind = CW_SHAPE_POLYGON, .polygon = ring },
    { .kind = CW_SHAPE_BOX, .box = { { 0, 0 }, { 9, 9 } } },
  };
  CwGerberObject object = { .function = "Conductor", .net = "n" };
  g_autofree char *text = write (shapes, G_N_ELEMENTS (shapes), &object, TRUE);

  g_assert_cmpstr (text, ==,
                   HEAD "%TA.AperFunction,Conductor*%\n%ADD10C,0.00001*%\n%TD*%\n"
                        "%TO.N,n*%\n%TA.AperFunction,Conductor*%\n"
                        "G36*\nX0Y0D02*\nX90Y0D01*\nX90Y90D01*\nX0Y90D01*\nX0Y0D01*\nG37*\n"
                        "%LPC*%\n"
                        "G36*\nX30Y30D02*\nX30Y60D01*\nX60Y60D01*\nX60Y30D01*\nX30Y30D01*\nG37*\n"
                        "%LPD*%\n%TD*%\n"
                        "%TO.N,n*%\nD10*\nX40Y40D02*\nX50Y50D01*\n"
                        "%TA.AperFunction,Conductor*%\n"
                        "G36*\nX0Y0D02*\nX9Y0D01*\nX9Y9D01*\nX0Y9D01*\nX0Y0D01*\nG37*\nM02*\n");
}

static const struct
{
  CwArc arc;
  const char *wanted;
} arcs[] = {
  /* a quarter either way */
  { { { 10000, 0 }, { 0, 10000 }, 90 * CW_DEGREE }, "G03*\nX0Y10000I-10000J0D01*\n" },
  { { { 10000, 0 }, { 0, -10000 }, -90 * CW_DEGREE }, "G02*\nX0Y-10000I-10000J0D01*\n" },
  /* a half and three quarters are split */
  { { { 10000, 0 }, { -10000, 0 }, 180 * CW_DEGREE },
    "G03*\nX0Y10000I-10000J0D01*\nX-10000Y0I0J-10000D01*\n" },
  { { { 10000, 0 }, { 0, -10000 }, 270 * CW_DEGREE },
    "G03*\nX0Y10000I-10000J0D01*\nX-10000Y0I0J-10000D01*\nX0Y-10000I10000J0D01*\n" },
  { { { 10000, 0 }, { 0, 10000 }, -270 * CW_DEGREE },
    "G02*\nX0Y-10000I-10000J0D01*\nX-10000Y0I0J10000D01*\nX0Y10000I10000J0D01*\n" },
  /* ends so near that a reader may take them for one, and no bulge on the grid: straight */
  { { { 0, 0 }, { 1999, 0 }, 10 * CW_DEGREE }, "X1999Y0D01*\n" },
  { { { 0, 0 }, { 100000, 0 }, 1 }, "X100000Y0D01*\n" },
};

static void
test_arcs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (arcs); i++)
    {
      CwShape shape = { .kind = CW_SHAPE_BAND, .band = { .arc = arcs[i].arc, .width = 1000 } };
      g_autofree char *wanted
          = g_strdup_printf ("%s%%ADD10C,0.001*%%\nD10*\nX%dY%dD02*\n%sM02*\n", HEAD,
                             arcs[i].arc.start.x, arcs[i].arc.start.y, arcs[i].wanted);

      assert_written (&shape, 1, FALSE, wanted);
    }
}

static void
test_great_arc (void)
{
  /* a radius of some 1.15 m, whose centre no coordinate holds: straight pieces */
  CwShape shape = {
    .kind = CW_SHAPE_BAND,
    .band = { .arc = { { 0, 0 }, { 20000000, 0 }, 1 * CW_DEGREE }, .width = 1000 },
  };
  CwGerberObject object = { .function = "Conductor" };
  g_autofree char *text = write (&shape, 1, &object, FALSE);

  g_assert_null (strstr (text, "G03"));
  g_assert_true (g_str_has_suffix (text, "X20000000Y0D01*\nM02*\n"));
}

static void
test_attributes (void)
{
  CwShape dot = { .kind = CW_SHAPE_DISC, .disc = { { 0, 0 }, 1000 } };
  CwGerberObject objects[] = {
    { TRUE, "BGAPad,CuDef", "a,b", "U*1", "A%1" },
    { TRUE, "BGAPad,CuDef", "a,b", "U*1", "A2" },
    { TRUE, "ViaPad", "", NULL, NULL },
    { TRUE, "ViaPad", NULL, "U2", NULL },
    { TRUE, "ViaPad", NULL, "U2", "1" },
    { TRUE, "ViaPad", "\xC2\xB5\\", NULL, NULL },
  };
  g_autoptr (CwGerberWriter) writer = cw_gerber_writer_new (TRUE);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    cw_gerber_writer_add (writer, &dot, &objects[i]);
  bytes = cw_gerber_writer_finish (writer, "G04 x*\n");
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==,
                   "G04 x*\n" HEAD "%TA.AperFunction,BGAPad,CuDef*%\n%ADD10C,0.001*%\n"
                   "%TA.AperFunction,ViaPad*%\n%ADD11C,0.001*%\n%TD*%\n"
                   "%TO.N,a\\u002Cb*%\n%TO.P,U\\u002A1,A\\u00251*%\nD10*\nX0Y0D03*\n"
                   "%TO.P,U\\u002A1,A2*%\nX0Y0D03*\n"
                   "%TO.N,*%\n%TD.P*%\nD11*\nX0Y0D03*\n"
                   "%TD.N*%\n%TO.C,U2*%\nX0Y0D03*\n"
                   "%TD.C*%\n%TO.P,U2,1*%\nX0Y0D03*\n"
                   "%TO.N,\\u00B5\\u005C*%\n%TD.P*%\nX0Y0D03*\nM02*\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/gerber/writer/an-empty-file-has-an-aperture", test_empty);
  g_test_add_func ("/io/gerber/writer/strokes-go-on-where-the-last-ended", test_strokes);
  g_test_add_func ("/io/gerber/writer/pads-are-flashed", test_pads);
  g_test_add_func ("/io/gerber/writer/holes-are-cleared-below-all-else", test_hole);
  g_test_add_func ("/io/gerber/writer/arcs-stay-arcs", test_arcs);
  g_test_add_func ("/io/gerber/writer/arcs-beyond-the-format-are-flattened", test_great_arc);
  g_test_add_func ("/io/gerber/writer/attributes-change-with-the-object", test_attributes);

  return g_test_run ();
}
