/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/* The known answers of a taped-out design, which is not ours to ship: run where its folder is. */

#include <math.h>

#include "io/csv/cw-csv-import.h"
#include "io/csv/cw-csv-table.h"
#include "io/file/cw-file.h"
#include "model/check/cw-check.h"
#include "model/connect/cw-connect.h"
#include "model/design/cw-edit.h"

typedef CwDesign *(*ImportFunc) (CwDesign *base, GBytes *bytes, const char *name,
                                 const CwCsvOptions *options, CwReport *report, GError **error);

typedef struct
{
  double sum;
  double longest;
} Length;

static const char *folder;

/* @options are parted by blanks */
static CwDesign *
import (ImportFunc func, CwDesign *base, const char *name, const char *options)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_auto (GStrv) each = g_strsplit (options, " ", -1);
  g_autoptr (CwCsvOptions) parsed = cw_csv_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_file_read (path, CW_CSV_MAX_SIZE, &error);
  CwDesign *design;

  g_assert_no_error (error);
  for (guint i = 0; each[i] != NULL; i++)
    {
      cw_csv_options_parse (parsed, each[i], &error);
      g_assert_no_error (error);
    }

  design = func (base, bytes, name, parsed, NULL, &error);
  g_assert_no_error (error);
  return design;
}

/* as caravel.sh does it */
static CwDesign *
import_all (void)
{
  g_autoptr (CwDesign) die
      = import (cw_csv_import_pads, NULL, "caravel_pads63.csv",
                "name=caravel die=U1 die-type=caravel die-size=3588x5188 die-origin=corner");
  g_autoptr (CwDesign) map = import (cw_csv_import_balls, die, "caravel_wlcsp_bumps.csv",
                                     "land=270 opening=220 ball=310");

  return import (cw_csv_import_routes, map, "caravel_rdl_routes.csv",
                 "level=RDL1 via-hole=40 via-land=60");
}

static gboolean
add_length (CwId id, gconstpointer item, gpointer user_data)
{
  const CwTrace *trace = item;
  Length *length = user_data;
  double own = cw_path_get_length (trace->path, FALSE);

  length->sum += own;
  length->longest = MAX (length->longest, own);
  return TRUE;
}

static void
test_counts (void)
{
  g_autoptr (CwDesign) design = import_all ();
  const CwDie *die = cw_design_get_die (design, cw_design_find (design, CW_ITEM_DIE, "U1"));
  Length length = { 0 };

  g_assert_nonnull (die);
  g_assert_cmpuint (die->nets->n_nets, ==, 63);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_BONDING_PAD), ==, 60);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_NET), ==, 57);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_TRACE), ==, 66);
  g_assert_cmpuint (cw_design_get_n_items (design, CW_ITEM_VIA), ==, 63);
  cw_design_foreach (design, CW_ITEM_TRACE, add_length, &length);
  g_assert_cmpfloat_with_epsilon (length.sum / CW_UM, 70967.6, 0.05);
  g_assert_cmpfloat_with_epsilon (length.longest / CW_UM, 4440.6, 0.05);
}

static CwCheckResult *
check (CwCoord clearance)
{
  g_autoptr (CwDesign) design = import_all ();
  g_autoptr (CwTechnology) technology = cw_technology_dup (cw_design_get_technology (design));
  g_autoptr (CwEdit) edit = cw_edit_new (design);
  g_autoptr (CwDesign) changed = NULL;
  g_autoptr (GError) error = NULL;
  CwCheckResult *result;

  g_assert_cmpuint (cw_technology_set_rule_value (technology, "rdl.2", clearance), >, 0);
  cw_edit_set_technology (edit, technology, &error);
  g_assert_no_error (error);
  changed = cw_edit_finish (edit, NULL);
  result = cw_check_run (changed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cw_check_result_is_complete (result));
  for (gsize i = 0; i < cw_check_result_get_n_violations (result); i++)
    {
      const CwViolation *violation = cw_check_result_get_violation (result, i);
      g_autofree char *text = cw_violation_format (violation, changed);

      g_test_message ("%s", text);
    }
  return result;
}

static void
test_clean (void)
{
  g_autoptr (CwCheckResult) result = check (10 * CW_UM);

  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 0);
}

static void
test_one_pair (void)
{
  g_autoptr (CwCheckResult) result = check (36 * CW_UM);
  const CwViolation *violation;
  char *names[2];

  g_assert_cmpuint (cw_check_result_get_n_violations (result), ==, 1);
  violation = cw_check_result_get_violation (result, 0);
  g_assert_cmpint (violation->kind, ==, CW_RULE_CLEARANCE);
  g_assert_cmpint (violation->found, ==, 35 * CW_UM);
  for (guint i = 0; i < 2; i++)
    names[i] = cw_connect_dup_item_name (cw_check_result_get_design (result), violation->items[i],
                                         violation->parts[i]);
  g_assert_cmpstr (names[0], ==, "C9");
  g_assert_cmpstr (names[1], ==, "D6");
  g_free (names[0]);
  g_free (names[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  if (argc != 2)
    {
      g_printerr ("Usage: test-caravel FOLDER\n");
      return 2;
    }
  folder = argv[1];

  g_test_add_func ("/external/caravel/counts-and-lengths-are-known", test_counts);
  g_test_add_func ("/external/caravel/is-connected-and-clean", test_clean);
  g_test_add_func ("/external/caravel/one-pair-is-nearer-than-36-um", test_one_pair);

  return g_test_run ();
}
