/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-import.h"
#include "io/file/cw-io-error.h"

typedef CwDesign *(*ImportFunc) (CwDesign *base, GBytes *bytes, const char *name,
                                 const CwCsvOptions *options, CwReport *report, GError **error);

static const char pads_text[] = "pad,side,x_um,y_um,net_from_rdl,opening_um\n"
                                "1,W,100,100,a[0],60x60\n"
                                "2,W,300,100,v/s/d,60x60\n"
                                "3,W,500,100,,40\n";
static const char balls_text[] = "ball;x_mm;y_mm;net\n"
                                 "A1;0,1;0,6;a[0]\n"
                                 "A2;0,6;0,6;v/s/d\n";
static const char routes_text[] = "route,ball,net,width_um,seq,x_um,y_um\n"
                                  "r1,A1,a[0],40.0,1,100,600\n"
                                  "r1,A1,a[0],40.0,0,100,100\n"
                                  "r2,A2,v/s/d,20,0,310,90\n"
                                  "r2,A2,v/s/d,20,1,600,600\n";

/* @options are parted by blanks */
static CwDesign *
import (ImportFunc func, CwDesign *base, const char *text, const char *options, CwReport *report)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_auto (GStrv) each = g_strsplit (options, " ", -1);
  g_autoptr (CwCsvOptions) parsed = cw_csv_options_new ();
  g_autoptr (GError) error = NULL;
  CwDesign *design;

  for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
    {
      cw_csv_options_parse (parsed, each[i], &error);
      g_assert_no_error (error);
    }

  design = func (base, bytes, "t.csv", parsed, report, &error);
  g_assert_no_error (error);
  g_assert_nonnull (design);
  return design;
}

static CwDesign *
import_all (CwReport *report)
{
  g_autoptr (CwDesign) die = import (cw_csv_import_pads, NULL, pads_text,
                                     "name=small die-type=chip die-size=800x700", report);
  g_autoptr (CwDesign) map = import (cw_csv_import_balls, die, balls_text, "", report);

  return import (cw_csv_import_routes, map, routes_text, "via-hole=30 via-land=50", report);
}

static void
assert_net (const CwDesign *design, CwId net, const char *name)
{
  g_assert_cmpstr (cw_design_get_net_name (design, net), ==, name);
}

static void
test_package (void)
{
  g_autoptr (CwDesign) design = import_all (NULL);
  const CwDie *die = cw_design_get_die (design, cw_design_find (design, CW_ITEM_DIE, "U1"));
  const CwDieType *type;
  const CwBondingPad *pad;

  g_assert_nonnull (die);
  type = cw_design_get_die_type (design, die->type);
  g_assert_cmpstr (cw_design_get_name (design), ==, "small");
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_NET), ==, 2);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_BONDING_PAD), ==, 2);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_TRACE), ==, 2);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_VIA), ==, 2);
  g_assert_true (cw_box_equal (cw_path_get_bounds (cw_design_get_outline (design), TRUE),
                               CW_BOX (0, 0, 800 * CW_UM, 700 * CW_UM)));

  g_assert_cmpstr (type->name, ==, "chip");
  g_assert_true (cw_box_equal (type->body, CW_BOX (0, 0, 800 * CW_UM, 700 * CW_UM)));
  g_assert_cmpint (type->thickness, ==, 130 * CW_UM);
  g_assert_cmpuint (type->pads->n_pads, ==, 3);
  g_assert_cmpstr (type->pads->pads[1].name, ==, "2");
  g_assert_true (cw_point_equal (type->pads->pads[1].at, CW_POINT (300 * CW_UM, 100 * CW_UM)));
  g_assert_cmpint (type->pads->pads[1].form.kind, ==, CW_PAD_RECTANGLE);
  g_assert_cmpint (type->pads->pads[2].form.kind, ==, CW_PAD_ROUND);
  g_assert_cmpint (type->pads->pads[2].form.width, ==, 40 * CW_UM);
  assert_net (design, die->nets->nets[0], "a[0]");
  assert_net (design, die->nets->nets[1], "v/s/d");
  g_assert_cmpuint (die->nets->nets[2], ==, CW_ID_NONE);

  pad = cw_design_get_bonding_pad (design, cw_design_find (design, CW_ITEM_BONDING_PAD, "A2"));
  g_assert_nonnull (pad);
  g_assert_true (cw_point_equal (pad->at, CW_POINT (600 * CW_UM, 600 * CW_UM)));
  g_assert_cmpuint (pad->net, ==, die->nets->nets[1]);
  g_assert_cmpint (pad->land.width, ==, 270 * CW_UM);
  g_assert_cmpint (pad->ball.diameter, ==, 310 * CW_UM);
}

static gboolean
check_trace (CwId id, gconstpointer item, gpointer user_data)
{
  const CwTrace *trace = item;
  guint *n = user_data;

  g_assert_cmpuint (trace->path->n_vertices, ==, 2);
  if ((*n)++ == 0)
    {
      /* the rows are in the order of their numbers, not of the file */
      g_assert_true (
          cw_point_equal (trace->path->vertices[0].at, CW_POINT (100 * CW_UM, 100 * CW_UM)));
      g_assert_cmpint (trace->width, ==, 40 * CW_UM);
    }
  else
    {
      g_assert_cmpint (trace->width, ==, 20 * CW_UM);
    }
  return TRUE;
}

static gboolean
check_via (CwId id, gconstpointer item, gpointer user_data)
{
  const CwVia *via = item;
  guint *n = user_data;

  /* on the centre of the pad, although the second trace ends beside it */
  g_assert_true (
      cw_point_equal (via->at, CW_POINT ((*n)++ == 0 ? 100 * CW_UM : 300 * CW_UM, 100 * CW_UM)));
  g_assert_cmpint (via->hole, ==, 30 * CW_UM);
  g_assert_cmpint (via->land, ==, 50 * CW_UM);
  return TRUE;
}

static void
test_traces (void)
{
  g_autoptr (CwDesign) design = import_all (NULL);
  guint n_traces = 0;
  guint n_vias = 0;

  cw_design_foreach (design, CW_ITEM_TRACE, check_trace, &n_traces);
  cw_design_foreach (design, CW_ITEM_VIA, check_via, &n_vias);
  g_assert_cmpuint (n_traces, ==, 2);
  g_assert_cmpuint (n_vias, ==, 2);
}

static void
test_vias_once (void)
{
  g_autoptr (CwReport) report = cw_report_new ();
  g_autoptr (CwDesign) design = import_all (NULL);
  g_autoptr (CwDesign) again = import (cw_csv_import_routes, design,
                                       "route,x_um,y_um,width_um,net\n1,300,100,20,v/s/d\n"
                                       "1,300,50,20,v/s/d\n2,100,100,20,a[0]\n2,100,50,20,a[0]\n",
                                       "", report);

  g_assert_cmpuint (cw_design_get_n_items (again, CW_ITEM_TRACE), ==, 4);
  g_assert_cmpuint (cw_design_get_n_items (again, CW_ITEM_VIA), ==, 2);
  g_assert_cmpuint (cw_report_get_n (report), ==, 1);
  g_assert_cmpstr (cw_report_get (report, 0, NULL), ==, "die pads that have a via already: 2");
}

static void
test_no_vias (void)
{
  g_autoptr (CwDesign) die = import (cw_csv_import_pads, NULL, pads_text, "", NULL);
  g_autoptr (CwDesign) design = import (cw_csv_import_routes, die, routes_text, "vias=no", NULL);

  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_TRACE), ==, 2);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_VIA), ==, 0);
}

static void
test_report (void)
{
  static const char *const lines[] = {
    "column \"net_from_rdl\" taken as the net",
    "column \"side\" not used",
    "pad coordinates taken from the lower left corner of the die",
    "package outline taken around the content: 800 x 700 µm",
    "pads without a net: 1",
    "commas in numbers taken as decimal marks",
    "vias added on die pads: 2",
  };
  g_autoptr (CwReport) report = cw_report_new ();
  g_autoptr (CwDesign) design = import_all (report);

  g_assert_cmpuint (cw_report_get_n (report), ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpstr (cw_report_get (report, i, NULL), ==, lines[i]);
}

static void
test_mapping (void)
{
  static const char text[] = "ref\tX (mm)\tpos [mil]\tsignal\tX2\n"
                             "B1\t1.5\t10\tn\t9\n"
                             "B2\t2500um\t1mm\tn\t9\n";
  g_autoptr (CwDesign) design
      = import (cw_csv_import_balls, NULL, text, "columns=name=ref,y=pos", NULL);
  const CwBondingPad *pad;

  g_assert_nonnull (design);
  pad = cw_design_get_bonding_pad (design, cw_design_find (design, CW_ITEM_BONDING_PAD, "B1"));
  g_assert_true (cw_point_equal (pad->at, CW_POINT (1500 * CW_UM, 254 * CW_UM)));
  pad = cw_design_get_bonding_pad (design, cw_design_find (design, CW_ITEM_BONDING_PAD, "B2"));
  g_assert_true (cw_point_equal (pad->at, CW_POINT (2500 * CW_UM, 1000 * CW_UM)));
  assert_net (design, pad->net, "n");
}

static void
test_no_header (void)
{
  g_autoptr (CwDesign) design
      = import (cw_csv_import_balls, NULL, "1|0.5|A1\n2|0.5|A2\n",
                "header=no unit=mm columns=x=1,y=2,name=3 land=100 opening=80 ball=0", NULL);
  const CwBondingPad *pad
      = cw_design_get_bonding_pad (design, cw_design_find (design, CW_ITEM_BONDING_PAD, "A2"));

  g_assert_true (cw_point_equal (pad->at, CW_POINT (2000 * CW_UM, 500 * CW_UM)));
  g_assert_cmpint (pad->land.width, ==, 100 * CW_UM);
  g_assert_cmpint (pad->ball.diameter, ==, 0);
  g_assert_cmpuint (pad->net, ==, CW_ID_NONE);
}

static void
test_update (void)
{
  static const char text[] = "pad,x,y,size\n3,500,100,50\n2,300,120,50\n4,650,100,50\n";
  g_autoptr (CwDesign) design = import_all (NULL);
  CwId id = cw_design_find (design, CW_ITEM_DIE, "U1");
  g_autoptr (CwDesign) next = import (cw_csv_import_pads, design, text, "die-type=chip", NULL);
  const CwDie *die = cw_design_get_die (next, id);
  const CwDieType *type;

  g_assert_nonnull (die);
  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_DIE), ==, 1);
  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_DIE_TYPE), ==, 1);
  type = cw_design_get_die_type (next, die->type);
  g_assert_true (cw_box_equal (type->body, CW_BOX (0, 0, 800 * CW_UM, 700 * CW_UM)));
  g_assert_cmpuint (die->nets->n_nets, ==, 3);
  g_assert_cmpuint (die->nets->nets[0], ==, CW_ID_NONE);
  assert_net (next, die->nets->nets[1], "v/s/d");
  g_assert_cmpuint (die->nets->nets[2], ==, CW_ID_NONE);

  /* the design before is as it was */
  g_assert_cmpuint (cw_design_get_die_type (design, die->type)->pads->n_pads, ==, 3);
  g_assert_cmpstr (cw_design_get_die_type (design, die->type)->pads->pads[0].name, ==, "1");
}

static void
test_other_type (void)
{
  static const char text[] = "pad,x,y,size\n2,300,100,50\n";
  g_autoptr (CwDesign) design = import_all (NULL);
  g_autoptr (CwDesign) next
      = import (cw_csv_import_pads, design, text, "die-type=new die-at=10,20", NULL);
  const CwDie *die = cw_design_get_die (next, cw_design_find (next, CW_ITEM_DIE, "U1"));

  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_DIE_TYPE), ==, 2);
  g_assert_cmpstr (cw_design_get_die_type (next, die->type)->name, ==, "new");
  g_assert_true (cw_point_equal (die->at, CW_POINT (10 * CW_UM, 20 * CW_UM)));
  assert_net (next, die->nets->nets[0], "v/s/d");
}

static void
test_centre (void)
{
  g_autoptr (CwReport) report = cw_report_new ();
  g_autoptr (CwDesign) design
      = import (cw_csv_import_pads, NULL, "pad,x,y\n1,-100,-100\n2,100,100\n",
                "unit=um pad-size=60x60 die-size=401x301 die-at=1000,1000 die-angle=90", report);
  const CwDie *die = cw_design_get_die (design, cw_design_find (design, CW_ITEM_DIE, "U1"));
  const CwDieType *type = cw_design_get_die_type (design, die->type);

  g_assert_true (cw_box_equal (type->body, CW_BOX (-200500, -150500, 200500, 150500)));
  g_assert_true (cw_box_equal (cw_path_get_bounds (cw_design_get_outline (design), TRUE),
                               CW_BOX (849500, 799500, 1150500, 1200500)));
  g_assert_cmpstr (cw_report_get (report, 0, NULL), ==,
                   "pad coordinates taken from the centre of the die");
}

static void
test_nets (void)
{
  g_autoptr (CwDesign) design = import_all (NULL);
  g_autoptr (CwDesign) next
      = import (cw_csv_import_nets, design,
                "net,class,width_um\nv/s/d,GROUND,55\na[0],,\nnew,power,\n", "", NULL);
  const CwNet *net = cw_design_get_net (next, cw_design_find (next, CW_ITEM_NET, "v/s/d"));

  g_assert_cmpuint (cw_design_get_n_items (next, CW_ITEM_NET), ==, 3);
  g_assert_cmpint (net->net_class, ==, CW_NET_GROUND);
  g_assert_cmpint (net->width, ==, 55 * CW_UM);
  net = cw_design_get_net (next, cw_design_find (next, CW_ITEM_NET, "new"));
  g_assert_cmpint (net->net_class, ==, CW_NET_POWER);
}

/* what is refused leaves the design as it was, whichever row is bad */
static void
test_all_or_nothing (void)
{
  static const char text[] = "ball,x,y,net\nB1,1000,0,p\nB2,1500,0,q\nB3,zero,0,r\n";
  g_autoptr (CwDesign) design = import_all (NULL);
  g_autoptr (CwDesign) same = import_all (NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CwCsvOptions) options = cw_csv_options_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cw_csv_import_balls (design, bytes, "t.csv", options, NULL, &error));
  g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_VALUE);
  g_assert_cmpstr (error->message, ==, "t.csv:4: column \"x\": \"zero\" is not a length");
  g_assert_true (cw_design_equal (design, same));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/csv/import/three-tables-make-a-package", test_package);
  g_test_add_func ("/io/csv/import/traces-follow-the-numbers-and-get-vias", test_traces);
  g_test_add_func ("/io/csv/import/a-pad-gets-one-via", test_vias_once);
  g_test_add_func ("/io/csv/import/vias-can-be-left-out", test_no_vias);
  g_test_add_func ("/io/csv/import/guesses-are-reported", test_report);
  g_test_add_func ("/io/csv/import/columns-are-mapped-with-their-units", test_mapping);
  g_test_add_func ("/io/csv/import/columns-without-header-have-numbers", test_no_header);
  g_test_add_func ("/io/csv/import/pads-of-a-die-are-updated", test_update);
  g_test_add_func ("/io/csv/import/a-die-changes-its-type", test_other_type);
  g_test_add_func ("/io/csv/import/pads-count-from-the-centre", test_centre);
  g_test_add_func ("/io/csv/import/nets-get-their-class", test_nets);
  g_test_add_func ("/io/csv/import/a-bad-row-leaves-no-trace", test_all_or_nothing);

  return g_test_run ();
}
