/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "app/cli/cw-bench.h"
#include "app/cli/cw-cli.h"
#include "app/cli/cw-generate.h"

static void
add_json (JsonBuilder *builder, guint n_items, const GArray *rows)
{
  json_builder_begin_object (builder);
  cw_cli_add_integer (builder, "items", n_items);
  for (guint i = 0; i < rows->len; i++)
    {
      const CwBenchRow *row = &g_array_index (rows, CwBenchRow, i);

      json_builder_set_member_name (builder, row->name);
      json_builder_add_double_value (builder, row->value);
    }
  json_builder_end_object (builder);
}

static void
print_text (guint n_items, const GArray *rows)
{
  g_print (_ ("%u items\n"), n_items);
  for (guint i = 0; i < rows->len; i++)
    {
      const CwBenchRow *row = &g_array_index (rows, CwBenchRow, i);

      g_print ("  %-32s %12.3f %s\n", row->name, row->value, row->unit);
    }
}

/**
 * cw_cli_bench:
 * @argc: number of arguments
 * @argv: the arguments, the command first
 *
 * Measures the engines on generated designs.
 *
 * Returns: the exit code
 */
CwCliExit
cw_cli_bench (int argc, char **argv)
{
  static const int usual[] = { 10000, 100000, 1000000 };
  gboolean json = FALSE;
  int n_items = G_MININT;
  int seed = 1;
  const GOptionEntry entries[] = {
    { "items", 0, 0, G_OPTION_ARG_INT, &n_items,
      N_ ("size of the design; 10000, 100000 and 1000000 unless given"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("what chance begins with"), "S" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("print JSON"), NULL },
    { NULL },
  };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GError *error = NULL;

  if (!cw_cli_parse (NULL, _ ("Measures the engines on generated designs."), entries, &argc, &argv,
                     &error))
    return cw_cli_fail (error);
  if (n_items != G_MININT && n_items < 1)
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                                             _ ("bench: --items is a number from 1")));
  if (argc > 1)
    return cw_cli_fail (g_error_new_literal (G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                                             _ ("bench: takes no file; --help tells more")));

  json_builder_begin_array (builder);
  for (guint i = 0; i < (n_items > 0 ? 1 : G_N_ELEMENTS (usual)); i++)
    {
      guint n = (guint) (n_items > 0 ? n_items : usual[i]);
      g_autoptr (CwDesign) design = cw_generate_bench (n, (guint32) seed, &error);
      g_autoptr (GArray) rows = NULL;

      if (design == NULL || (rows = cw_bench_run (design, (guint32) seed, &error)) == NULL)
        return cw_cli_fail (error);
      if (json)
        add_json (builder, cw_bench_count_items (design), rows);
      else
        print_text (cw_bench_count_items (design), rows);
    }
  json_builder_end_array (builder);
  if (json)
    cw_cli_print_json (builder);
  return CW_CLI_CLEAN;
}
