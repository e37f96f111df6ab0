/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-bench.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <malloc.h>

#include "io/xml/cw-xml.h"
#include "model/check/cw-check.h"
#include "model/copper/cw-copper.h"
#include "model/design/cw-document.h"
#include "model/design/cw-edit.h"
#include "model/process/cw-section-set.h"

#define N_EDITS 1000
#define N_CHECKED_EDITS 200
#define N_QUERIES 1000
#define N_DRAGS 200

typedef struct
{
  CwDesign *design;
  GRand *rand;
  GArray *rows; /* of CwBenchRow */
  guint32 n_vias;
  guint32 n_traces;
} Bench;

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static void
add_row (Bench *bench, const char *name, double value, const char *unit)
{
  CwBenchRow row = { name, value, unit };

  g_array_append_val (bench->rows, row);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double p = *(const double *) a, q = *(const double *) b;

  return (p > q) - (p < q);
}

static double
quantile (GArray *times, double q)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, (guint) ((times->len - 1) * q));
}

static gboolean
add_pads (CwId id, gconstpointer item, gpointer user_data)
{
  guint *n = user_data;

  *n += ((const CwDie *) item)->nets->n_nets;
  return TRUE;
}

/**
 * cw_bench_count_items:
 * @design: a design
 *
 * Returns: how many dies, die pads, bonding pads, vias, traces and texts it has
 */
guint
cw_bench_count_items (const CwDesign *design)
{
  guint n = 0;

  for (guint kind = CW_ITEM_DIE; kind < CW_N_ITEM_KINDS; kind++)
    n += cw_design_get_n_items (design, kind);
  cw_design_foreach (design, CW_ITEM_DIE, add_pads, &n);
  return n;
}

static gboolean
add_points (CwId id, gconstpointer item, gpointer user_data)
{
  *(gsize *) user_data += ((const CwTrace *) item)->path->n_vertices * sizeof (CwVertex);
  return TRUE;
}

static double
time_xmllint (const char *path)
{
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "xmllint", "--stream", "--huge",
                          "--noout", path, NULL);
  double begin = now ();

  if (process == NULL || !g_subprocess_wait_check (process, NULL, NULL))
    return 0;
  return now () - begin;
}

/* the design that the rest is measured on is the one that was read */
static gboolean
measure_files (Bench *bench, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("chipwright-XXXXXX", error);
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CwDesign *read;
  double begin, reference;
  gsize before, used, n_points = 0;
  guint n_items = cw_bench_count_items (bench->design);

  if (folder == NULL)
    return FALSE;

  path = g_build_filename (folder, "bench.cwx", NULL);
  begin = now ();
  bytes = cw_xml_write (bench->design);
  add_row (bench, "serialise_ms", now () - begin, "ms");
  add_row (bench, "file_mb", (double) g_bytes_get_size (bytes) / 1e6, "MB");
  g_clear_pointer (&bytes, g_bytes_unref);
  begin = now ();
  if (!cw_xml_write_file (bench->design, path, error))
    return FALSE;
  add_row (bench, "save_ms", now () - begin, "ms");

  cw_design_unref (g_steal_pointer (&bench->design));
  malloc_trim (0);
  before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  begin = now ();
  read = cw_xml_read_file (path, NULL, error);
  if (read == NULL)
    return FALSE;
  add_row (bench, "load_ms", now () - begin, "ms");
  used = mallinfo2 ().uordblks + mallinfo2 ().hblkhd - before;
  bench->design = read;

  cw_design_foreach (read, CW_ITEM_TRACE, add_points, &n_points);
  add_row (bench, "bytes_an_item", (double) (used - n_points) / n_items, "B");
  reference = time_xmllint (path);
  if (reference > 0)
    add_row (bench, "xmllint_stream_ms", reference, "ms");

  g_unlink (path);
  g_rmdir (folder);
  return TRUE;
}

static CwDesign *
move_one (Bench *bench, CwDesign *base)
{
  g_autoptr (CwEdit) edit = cw_edit_new (base);
  gboolean via = g_rand_boolean (bench->rand);
  guint32 number = (guint32) g_rand_int_range (
      bench->rand, 1, (gint32) (via ? bench->n_vias : bench->n_traces) + 1);
  CwTransform transform = { { 1, 0 }, 0, FALSE };
  g_autoptr (GError) error = NULL;

  if (!cw_edit_transform (edit, cw_id_new (via ? CW_ITEM_VIA : CW_ITEM_TRACE, number), &transform,
                          &error))
    g_error ("%s", error->message);
  return cw_edit_finish (edit, NULL);
}

static void
measure_edits (Bench *bench)
{
  g_autoptr (CwDocument) document = cw_document_new (bench->design);
  g_autoptr (GArray) commits = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) undos = g_array_new (FALSE, FALSE, sizeof (double));
  gsize before = mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
  double begin, time;

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (CwDesign) next = NULL;

      begin = now ();
      next = move_one (bench, cw_document_get_design (document));
      cw_document_commit (document, next, "Move");
      time = now () - begin;
      g_array_append_val (commits, time);
    }
  add_row (bench, "retained_by_1000_edits_mib",
           (double) (mallinfo2 ().uordblks + mallinfo2 ().hblkhd - before) / (1 << 20), "MiB");

  for (guint i = 0; i < N_EDITS; i++)
    {
      begin = now ();
      cw_document_undo (document);
      time = now () - begin;
      g_array_append_val (undos, time);
    }
  add_row (bench, "commit_us", quantile (commits, 0.5) * 1000, "µs");
  add_row (bench, "commit_p99_us", quantile (commits, 0.99) * 1000, "µs");
  add_row (bench, "undo_us", quantile (undos, 0.5) * 1000, "µs");
  add_row (bench, "undo_p99_us", quantile (undos, 0.99) * 1000, "µs");

  begin = now ();
  for (guint i = 0; i < N_EDITS; i++)
    cw_design_unref (cw_design_ref (bench->design));
  add_row (bench, "snapshot_us", (now () - begin) * 1000 / N_EDITS, "µs");
}

static gboolean
count_shape (const CwShape *shape, gpointer user_data)
{
  (*(guint64 *) user_data)++;
  return TRUE;
}

static void
measure_queries (Bench *bench)
{
  CwBox bounds = cw_design_get_bounds (bench->design);
  guint level = cw_technology_get_wiring_level (cw_design_get_technology (bench->design), 0);
  guint64 n_shapes = 0;
  double begin = now ();

  for (guint i = 0; i < N_QUERIES; i++)
    {
      CwPoint at = CW_POINT (g_rand_int_range (bench->rand, bounds.min.x, bounds.max.x),
                             g_rand_int_range (bench->rand, bounds.min.y, bounds.max.y));
      CwBox box = cw_box_grow (cw_box_from_points (at, at), 200 * CW_UM);

      cw_copper_foreach_shape (bench->design, level, box, count_shape, &n_shapes);
    }
  add_row (bench, "region_query_us", (now () - begin) * 1000 / N_QUERIES, "µs");
  add_row (bench, "region_query_shapes", (double) n_shapes / N_QUERIES, "");
}

static double
time_check (Bench *bench, guint n_threads, CwCheckResult **result, GError **error)
{
  CwCheckOptions options = { .n_threads = n_threads };
  double begin = now ();

  g_clear_pointer (result, cw_check_result_unref);
  *result = cw_check_run (bench->design, &options, error);
  return now () - begin;
}

static gboolean
measure_checks (Bench *bench, GError **error)
{
  g_autoptr (CwCheckResult) result = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double time;

  time = time_check (bench, 1, &result, error);
  if (result == NULL)
    return FALSE;
  add_row (bench, "full_check_1_thread_ms", time, "ms");
  time = time_check (bench, 2, &result, error);
  if (result == NULL)
    return FALSE;
  add_row (bench, "full_check_2_threads_ms", time, "ms");
  add_row (bench, "violations", (double) cw_check_result_get_n_violations (result), "");

  for (guint i = 0; i < N_CHECKED_EDITS; i++)
    {
      g_autoptr (CwDesign) next = move_one (bench, bench->design);
      g_autoptr (CwDiff) diff = cw_diff_new (bench->design, next);
      g_autoptr (CwCheckResult) updated = NULL;
      double begin = now ();

      updated = cw_check_update (result, diff);
      time = now () - begin;
      g_array_append_val (times, time);
    }
  add_row (bench, "incremental_check_us", quantile (times, 0.5) * 1000, "µs");
  add_row (bench, "incremental_check_p99_us", quantile (times, 0.99) * 1000, "µs");
  return TRUE;
}

static void
measure_section (Bench *bench)
{
  CwBox bounds = cw_design_get_bounds (bench->design);
  CwPoint centre = cw_box_get_centre (bounds);
  CwPoint across[] = { { bounds.min.x, centre.y }, { bounds.max.x, centre.y } };
  CwPoint slanted[] = { bounds.min, bounds.max };
  g_autoptr (CwSection) first = NULL;
  g_autoptr (CwSection) second = NULL;
  double begin = now ();

  first = cw_section_new (bench->design, across, 2);
  add_row (bench, "section_across_ms", now () - begin, "ms");
  begin = now ();
  second = cw_section_new (bench->design, slanted, 2);
  add_row (bench, "section_slanted_ms", now () - begin, "ms");
}

/* a cut line that is dragged over the package, as by hand, and the slider where that was slowest */
static void
measure_drag (Bench *bench)
{
  CwBox bounds = cw_design_get_bounds (bench->design);
  gint64 height = (gint64) bounds.max.y - bounds.min.y;
  g_autoptr (GArray) drags = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (CwSectionSet) set = NULL;
  CwPoint slowest[] = { bounds.min, bounds.max };
  double slowest_time = 0;
  double begin;
  double time;

  for (guint i = 0; i < N_DRAGS; i++)
    {
      g_autoptr (CwSectionSet) dragged = NULL;
      CwCoord y = (CwCoord) (bounds.min.y + height * (i + 1) / (N_DRAGS + 1));
      /* every other one leans a little */
      CwCoord lean = (CwCoord) (i % 2 * height / 20);
      CwPoint line[] = { { bounds.min.x, y }, { bounds.max.x, y + lean } };

      begin = now ();
      dragged = cw_section_set_new (bench->design, line, 2);
      cw_section_set_get (dragged, G_MAXUINT);
      time = now () - begin;
      g_array_append_val (drags, time);
      if (time > slowest_time)
        {
          slowest_time = time;
          memcpy (slowest, line, sizeof slowest);
        }
    }
  add_row (bench, "section_drag_ms", quantile (drags, 0.5), "ms");
  add_row (bench, "section_drag_p95_ms", quantile (drags, 0.95), "ms");
  add_row (bench, "section_drag_worst_ms", quantile (drags, 1), "ms");

  set = cw_section_set_new (bench->design, slowest, 2);
  add_row (bench, "section_pieces",
           (double) cw_section_get_n_pieces (cw_section_set_get (set, G_MAXUINT)), "");
  g_clear_pointer (&set, cw_section_set_unref);
  set = cw_section_set_new (bench->design, slowest, 2);
  for (guint i = 0; i < cw_section_set_get_n_steps (set); i++)
    {
      begin = now ();
      cw_section_set_get (set, i);
      time = now () - begin;
      g_array_append_val (steps, time);
    }
  add_row (bench, "section_step_ms", quantile (steps, 0.5), "ms");
  add_row (bench, "section_step_worst_ms", quantile (steps, 1), "ms");
  add_row (bench, "section_steps", cw_section_set_get_n_steps (set), "");
}

/**
 * cw_bench_run:
 * @design: a generated design
 * @seed: chooses what is edited and asked for
 *
 * Measures load, save, edits, queries, checks and sections on a design.
 *
 * Returns: (transfer full) (element-type CwBenchRow): the figures, or %NULL with @error set
 */
GArray *
cw_bench_run (CwDesign *design, guint32 seed, GError **error)
{
  Bench bench = {
    .design = cw_design_ref (design),
    .rand = g_rand_new_with_seed (seed),
    .rows = g_array_new (FALSE, FALSE, sizeof (CwBenchRow)),
    .n_vias = cw_design_get_n_items (design, CW_ITEM_VIA),
    .n_traces = cw_design_get_n_items (design, CW_ITEM_TRACE),
  };

  if (!measure_files (&bench, error))
    g_clear_pointer (&bench.rows, g_array_unref);
  if (bench.rows != NULL)
    {
      measure_edits (&bench);
      measure_queries (&bench);
      measure_section (&bench);
      measure_drag (&bench);
      if (!measure_checks (&bench, error))
        g_clear_pointer (&bench.rows, g_array_unref);
    }

  g_clear_pointer (&bench.design, cw_design_unref);
  g_rand_free (bench.rand);
  return bench.rows;
}
