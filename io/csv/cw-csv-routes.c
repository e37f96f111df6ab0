/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-base.h"
#include "io/csv/cw-csv-import.h"
#include "io/csv/cw-csv-vias.h"

static const CwCsvFieldUse uses[] = {
  { CW_CSV_ROUTE, TRUE, FALSE, { "route", "route_id", "trace", "trace_id", "polyline", "id" } },
  { CW_CSV_SEQUENCE,
    FALSE,
    FALSE,
    { "seq", "sequence", "index", "point", "vertex", "order", "n" } },
  { CW_CSV_X, TRUE, TRUE, { "x", "x_coord", "pos_x" } },
  { CW_CSV_Y, TRUE, TRUE, { "y", "y_coord", "pos_y" } },
  { CW_CSV_WIDTH, FALSE, TRUE, { "width", "w", "trace_width" } },
  { CW_CSV_NET, FALSE, FALSE, { "net", "net_name", "netname", "signal", "signal_name" } },
  { CW_CSV_BALL, FALSE, FALSE, { "ball", "bump", "ball_name", "bump_name" } },
};

/* a vertex as a row has it */
typedef struct
{
  gsize row;
  guint64 sequence;
  CwPoint at;
} Vertex;

typedef struct
{
  const char *name;
  GArray *vertices; /* of Vertex */
} Route;

typedef struct
{
  CwCsvReader *reader;
  CwDesign *design;
  CwEdit *edit;
  guint8 level;
  CwCsvVias *vias;
  GHashTable *balls; /* name -> id of the first bonding pad that has it */
} Importer;

static void
free_route (gpointer data)
{
  Route *route = data;

  g_array_unref (route->vertices);
  g_free (route);
}

static int
compare_vertices (gconstpointer a, gconstpointer b)
{
  const Vertex *va = a;
  const Vertex *vb = b;

  return (va->sequence > vb->sequence) - (va->sequence < vb->sequence);
}

static gboolean
read_vertex (CwCsvReader *reader, gsize row, guint64 next, Vertex *vertex, GError **error)
{
  const char *text = cw_csv_reader_get_text (reader, row, CW_CSV_SEQUENCE);

  vertex->row = row;
  vertex->sequence = next;
  if (cw_csv_reader_has (reader, CW_CSV_SEQUENCE)
      && !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &vertex->sequence, NULL))
    {
      g_autofree char *shown = cw_csv_dup_shown (text);

      return cw_csv_reader_fail (reader, row, CW_CSV_SEQUENCE, CW_IO_ERROR_VALUE, error,
                                 "\"%s\" is not a number from 0", shown);
    }

  return cw_csv_reader_get_point (reader, row, &vertex->at, error);
}

/* the routes in the order in which the table first names them */
static GPtrArray *
read_routes (CwCsvReader *reader, GError **error)
{
  g_autoptr (GPtrArray) routes = g_ptr_array_new_with_free_func (free_route);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize row = reader->first; row < cw_csv_table_get_n_rows (reader->table); row++)
    {
      const char *name;
      Route *route;
      Vertex vertex;

      if (!cw_csv_reader_get_name (reader, row, CW_CSV_ROUTE, &name, error))
        return NULL;
      route = g_hash_table_lookup (known, name);
      if (route == NULL)
        {
          route = g_new0 (Route, 1);
          route->name = name;
          route->vertices = g_array_new (FALSE, FALSE, sizeof (Vertex));
          g_ptr_array_add (routes, route);
          g_hash_table_insert (known, (gpointer) name, route);
        }
      if (!read_vertex (reader, row, route->vertices->len, &vertex, error))
        return NULL;
      g_array_append_val (route->vertices, vertex);
    }

  return g_steal_pointer (&routes);
}

static gboolean
check_order (const Importer *self, Route *route, GError **error)
{
  const Vertex *vertices;

  /* g_array_sort () is stable, so equal numbers keep the order of the file */
  g_array_sort (route->vertices, compare_vertices);
  vertices = (const Vertex *) route->vertices->data;
  if (route->vertices->len < 2)
    return cw_csv_reader_fail (self->reader, vertices[0].row, CW_CSV_ROUTE, CW_IO_ERROR_VALUE,
                               error, "route \"%s\" has one vertex only", route->name);

  for (guint i = 1; i < route->vertices->len; i++)
    {
      guint before = cw_csv_table_get_line (self->reader->table, vertices[i - 1].row);

      if (vertices[i].sequence == vertices[i - 1].sequence)
        return cw_csv_reader_fail (
            self->reader, vertices[i].row, CW_CSV_SEQUENCE, CW_IO_ERROR_REFERENCE, error,
            "route \"%s\" has that number in line %u already", route->name, before);
      if (cw_point_equal (vertices[i].at, vertices[i - 1].at))
        return cw_csv_reader_fail (self->reader, vertices[i].row, CW_CSV_X, CW_IO_ERROR_VALUE,
                                   error, "the vertex is that of line %u again", before);
    }

  return TRUE;
}

/* what all rows of a route must agree on */
static gboolean
check_rows (const Importer *self, const Route *route, CwCsvField field, GError **error)
{
  const Vertex *vertices = (const Vertex *) route->vertices->data;
  const char *first = cw_csv_reader_get_text (self->reader, vertices[0].row, field);

  for (guint i = 1; i < route->vertices->len; i++)
    {
      const char *text = cw_csv_reader_get_text (self->reader, vertices[i].row, field);

      if (g_strcmp0 (text, first) != 0)
        {
          g_autofree char *shown = cw_csv_dup_shown (text);
          g_autofree char *other = cw_csv_dup_shown (first);

          return cw_csv_reader_fail (self->reader, vertices[i].row, field, CW_IO_ERROR_VALUE, error,
                                     "\"%s\" where route \"%s\" has \"%s\" in line %u", shown,
                                     route->name, other,
                                     cw_csv_table_get_line (self->reader->table, vertices[0].row));
        }
    }

  return TRUE;
}

static gboolean
note_ball (CwId id, gconstpointer item, gpointer user_data)
{
  const CwBondingPad *pad = item;
  GHashTable *balls = user_data;

  if (!g_hash_table_contains (balls, pad->name))
    g_hash_table_insert (balls, pad->name, GUINT_TO_POINTER (id));
  return TRUE;
}

/* a ball that a route names must be there and be of its net */
static gboolean
check_ball (const Importer *self, gsize row, CwId net, GError **error)
{
  const char *name = cw_csv_reader_get_text (self->reader, row, CW_CSV_BALL);
  CwId ball;

  if (*name == '\0' || cw_design_get_n_items (self->design, CW_ITEM_BONDING_PAD) == 0)
    return TRUE;

  ball = GPOINTER_TO_UINT (g_hash_table_lookup (self->balls, name));
  if (ball == CW_ID_NONE)
    {
      g_autofree char *shown = cw_csv_dup_shown (name);

      return cw_csv_reader_fail (self->reader, row, CW_CSV_BALL, CW_IO_ERROR_REFERENCE, error,
                                 "there is no ball \"%s\"", shown);
    }

  if (net != cw_design_get_bonding_pad (self->design, ball)->net)
    return cw_csv_reader_fail (self->reader, row, CW_CSV_BALL, CW_IO_ERROR_REFERENCE, error,
                               "ball \"%s\" is of another net", name);

  return TRUE;
}

/* a route is named after its ball: it need not touch it where several routes make one net */
static GRefString *
new_name (const Importer *self, gsize row)
{
  return g_ref_string_new (cw_csv_reader_has (self->reader, CW_CSV_BALL)
                               ? cw_csv_reader_get_text (self->reader, row, CW_CSV_BALL)
                               : "");
}

static gboolean
add_trace (const Importer *self, Route *route, GError **error)
{
  const Vertex *vertices;
  CwTrace trace = { .width = self->reader->options->width, .level = self->level };
  g_autofree CwPoint *points = g_new (CwPoint, route->vertices->len);
  g_autoptr (CwPath) path = NULL;
  g_autoptr (GError) cause = NULL;

  if (!check_order (self, route, error) || !check_rows (self, route, CW_CSV_WIDTH, error)
      || !check_rows (self, route, CW_CSV_NET, error)
      || !check_rows (self, route, CW_CSV_BALL, error))
    return FALSE;

  vertices = (const Vertex *) route->vertices->data;
  if (cw_csv_reader_has (self->reader, CW_CSV_WIDTH)
      && !cw_csv_reader_get_size (self->reader, vertices[0].row, CW_CSV_WIDTH, &trace.width, error))
    return FALSE;
  if (trace.width <= 0)
    return cw_csv_reader_fail (self->reader, vertices[0].row, -1, CW_IO_ERROR_VALUE, error,
                               "there is no column for the width, and no width is given");
  if (!cw_csv_reader_get_net (self->reader, vertices[0].row, self->edit, &trace.net, error)
      || !check_ball (self, vertices[0].row, trace.net, error))
    return FALSE;

  for (guint i = 0; i < route->vertices->len; i++)
    points[i] = vertices[i].at;
  path = cw_path_new_points (points, route->vertices->len);
  trace.path = path;
  trace.name = new_name (self, vertices[0].row);
  cw_edit_add_trace (self->edit, &trace, &cause);
  g_ref_string_release (trace.name);
  if (cause != NULL)
    return cw_csv_reader_fail (self->reader, vertices[0].row, -1, CW_IO_ERROR_VALUE, error, "%s",
                               cause->message);
  if (self->reader->options->no_vias)
    return TRUE;

  return cw_csv_vias_add (self->vias, vertices[0].row, points[0], trace.net, error)
         && cw_csv_vias_add (self->vias, vertices[route->vertices->len - 1].row,
                             points[route->vertices->len - 1], trace.net, error);
}

static CwBox
measure (GPtrArray *routes)
{
  CwBox content = CW_BOX_EMPTY;

  for (guint i = 0; i < routes->len; i++)
    {
      const Route *route = routes->pdata[i];

      for (guint j = 0; j < route->vertices->len; j++)
        content = cw_box_add_point (content, g_array_index (route->vertices, Vertex, j).at);
    }

  return cw_box_grow (content, (gint64) 500 * CW_UM);
}

/**
 * cw_csv_import_routes:
 * @base: (nullable): the design that the traces go into; a new one is made when %NULL
 * @bytes: the table
 * @name: its name for messages
 * @options: how to read it, the level, and the vias at the ends of traces
 * @report: (nullable): what was guessed or skipped goes here
 * @error: return location for an error
 *
 * Imports traces as polylines of several rows each: route, number of the vertex, x, y,
 * width, net and ball. Where a trace ends on a die pad below its level, and unless the options
 * forbid it, a via is added on the centre of the pad, one for each pad.
 *
 * Returns: (transfer full) (nullable): the next design, or %NULL with an error
 *   `name:line: what`
 */
CwDesign *
cw_csv_import_routes (CwDesign *base, GBytes *bytes, const char *name, const CwCsvOptions *options,
                      CwReport *report, GError **error)
{
  g_autoptr (CwCsvReader) reader = NULL;
  g_autoptr (GPtrArray) routes = NULL;
  g_autoptr (CwDesign) design = NULL;
  g_autoptr (CwEdit) edit = NULL;
  g_autoptr (CwCsvVias) vias = NULL;
  g_autoptr (GHashTable) balls = g_hash_table_new (g_str_hash, g_str_equal);
  Importer self = { .balls = balls };

  g_return_val_if_fail (bytes != NULL && name != NULL && options != NULL, NULL);

  reader = cw_csv_reader_new (bytes, name, options, uses, G_N_ELEMENTS (uses), report, error);
  if (reader == NULL)
    return NULL;
  routes = read_routes (reader, error);
  if (routes == NULL)
    return NULL;

  design = cw_csv_base_new (base, reader, measure (routes), error);
  if (design == NULL || !cw_csv_base_find_wiring_level (reader, design, &self.level, error))
    return NULL;

  cw_design_foreach (design, CW_ITEM_BONDING_PAD, note_ball, balls);
  edit = cw_edit_new (design);
  vias = cw_csv_vias_new (reader, design, edit, self.level);
  self.reader = reader;
  self.design = design;
  self.edit = edit;
  self.vias = vias;
  for (guint i = 0; i < routes->len; i++)
    {
      if (!add_trace (&self, routes->pdata[i], error))
        return NULL;
    }

  cw_csv_vias_report (vias);
  return cw_edit_finish (edit, NULL);
}
