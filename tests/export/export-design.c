/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/* Usage: export-design FOLDER [FILE.cwx...]
 *
 * Exports the designs of the tests, or those of the files, and puts beside the Gerber files what
 * other programs must read out of them: for each level a picture by our own painter, white where
 * metal or an opening is, and the names of its nets.
 *
 *   FOLDER/NAME/x2/NAME-LEVEL.gbr     with attributes
 *   FOLDER/NAME/plain/NAME-LEVEL.gbr  without
 *   FOLDER/NAME/masks/NAME-LEVEL.png  at 20 µm a pixel
 *   FOLDER/NAME/nets/NAME-LEVEL.txt   a name a line
 *   FOLDER/NAME/area.txt              left, bottom, width, height of the pictures in µm
 */

#include <stdio.h>
#include <string.h>

#include "forms-design.h"
#include "io/gerber/cw-gerber-format.h"
#include "io/gerber/cw-gerber-writer.h"
#include "io/gerber/cw-gerber.h"
#include "io/xml/cw-xml.h"
#include "model/copper/cw-copper.h"
#include "tests/io/gerber/tiny-design.h"
#include "widgets/render/cw-plan-painter.h"

#define PIXEL (20 * CW_UM)

typedef struct
{
  CwPlanView view;
  int width;
  int height;
} Frame;

typedef struct
{
  const Frame *frame;
  cairo_t *cr;
  const CwDesign *design;
  GHashTable *nets;
} Level;

static void
check (GError *error)
{
  if (error == NULL)
    return;

  fprintf (stderr, "export-design: %s\n", error->message);
  exit (1);
}

static char *
make_folder (const char *parent, const char *name)
{
  char *folder = g_build_filename (parent, name, NULL);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      fprintf (stderr, "export-design: cannot make %s\n", folder);
      exit (1);
    }
  return folder;
}

static void
write_text (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  check (error);
}

/* the box in whole pixels, some pixels wider */
static Frame
get_frame (const char *folder, CwBox box)
{
  Frame frame;
  gint64 left = (gint64) (box.min.x / PIXEL - 8) * PIXEL;
  gint64 bottom = (gint64) (box.min.y / PIXEL - 8) * PIXEL;
  g_autofree char *text = NULL;

  frame.width = (int) ((box.max.x - left) / PIXEL + 8);
  frame.height = (int) ((box.max.y - bottom) / PIXEL + 8);
  frame.view.x = left;
  frame.view.y = bottom + (double) frame.height * PIXEL;
  frame.view.scale = 1.0 / PIXEL;
  text = g_strdup_printf ("%d %d %d %d\n", (int) (left / CW_UM), (int) (bottom / CW_UM),
                          frame.width * PIXEL / CW_UM, frame.height * PIXEL / CW_UM);
  write_text (folder, "area.txt", text);
  return frame;
}

static cairo_t *
begin_mask (const Frame *frame)
{
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, frame->width, frame->height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  return cr;
}

static void
end_mask (cairo_t *cr, const char *folder, const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, name);
  cairo_status_t status = cairo_surface_write_to_png (cairo_get_target (cr), path);

  cairo_destroy (cr);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      fprintf (stderr, "export-design: %s: %s\n", path, cairo_status_to_string (status));
      exit (1);
    }
}

static gboolean
note_net (const CwShape *shape, gpointer user_data)
{
  Level *level = user_data;

  if (shape->net != CW_ID_NONE)
    g_hash_table_add (level->nets, (gpointer) cw_design_get_net_name (level->design, shape->net));
  return TRUE;
}

static gboolean
fill_shape (const CwShape *shape, gpointer user_data)
{
  Level *level = user_data;

  cairo_new_path (level->cr);
  cw_plan_view_add_shape (&level->frame->view, level->cr, shape, level->frame->width,
                          level->frame->height);
  cairo_fill (level->cr);
  return TRUE;
}

/* metal as the plan is painted, but white on black; of what the plan shows as rings, the shapes */
static void
paint_level (const Level *self, guint index, gboolean is_metal)
{
  CwTheme theme = *cw_theme_get (CW_THEME_LIGHT);
  CwPlanStyle style = CW_PLAN_STYLE_INIT (&theme);

  if (!is_metal)
    {
      cw_copper_foreach_shape (self->design, index, CW_BOX_ALL, fill_shape, (gpointer) self);
      return;
    }

  theme.background = (CwColour){ 0, 0, 0, 1 };
  theme.package = (CwColour){ 1, 1, 1, 1 };
  theme.die_pad = theme.package;
  for (guint i = 0; i < CW_THEME_N_WIRING; i++)
    theme.wiring[i] = theme.package;
  style.visible_levels = (guint64) 1 << index;
  cw_plan_paint (self->cr, self->design, &style, &self->frame->view, self->frame->width,
                 self->frame->height, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
write_nets (const Level *self, const char *folder, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree gpointer *names = g_hash_table_get_keys_as_array (self->nets, NULL);
  guint n_names = g_hash_table_size (self->nets);

  qsort (names, n_names, sizeof *names, compare_names);
  for (guint i = 0; i < n_names; i++)
    g_string_append_printf (text, "%s\n", (char *) names[i]);
  write_text (folder, file, text->str);
}

static void
write_level (const CwDesign *design, guint index, const Frame *frame, const char *folder,
             const char *name)
{
  const CwLevel *l = cw_technology_get_level (cw_design_get_technology (design), index);
  gboolean is_metal = l->kind == CW_LEVEL_WIRING || l->kind == CW_LEVEL_PAD;
  g_autofree char *masks = make_folder (folder, "masks");
  g_autofree char *nets = make_folder (folder, "nets");
  g_autofree char *part = cw_gerber_dup_file_name (l->name);
  g_autofree char *file = g_strdup_printf ("%s-%s", name, part);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  Level level = { .frame = frame, .design = design, .nets = names };

  if (l->kind == CW_LEVEL_DIE || (!is_metal && cw_design_get_index (design, index) == NULL))
    return;

  level.cr = begin_mask (frame);
  paint_level (&level, index, is_metal);
  end_mask (level.cr, masks, file);
  if (is_metal || l->kind == CW_LEVEL_DIELECTRIC)
    {
      cw_copper_foreach_shape (design, index, CW_BOX_ALL, note_net, &level);
      write_nets (&level, nets, file);
    }
}

static void
export_design (const CwDesign *design, const char *parent)
{
  const char *title = cw_design_get_name (design);
  g_autofree char *name = cw_gerber_dup_file_name (*title != '\0' ? title : "package");
  g_autofree char *folder = make_folder (parent, name);
  g_autofree char *x2 = make_folder (folder, "x2");
  g_autofree char *plain = make_folder (folder, "plain");
  CwGerberOptions options = { .x2 = TRUE };
  g_autoptr (GError) error = NULL;
  Frame frame = get_frame (folder, cw_design_get_bounds (design));

  cw_gerber_export (design, x2, &options, NULL, &error);
  check (error);
  options.x2 = FALSE;
  cw_gerber_export (design, plain, &options, NULL, &error);
  check (error);

  for (guint i = 0; i < cw_technology_get_n_levels (cw_design_get_technology (design)); i++)
    write_level (design, i, &frame, folder, name);
}

/* no item of a design has holes yet, but planes will: a plane with a trace in its hole, alone */
static void
export_plane (const char *parent)
{
  CwPoint points[] = { { 0, 0 },
                       { 3000000, 0 },
                       { 3000000, 2000000 },
                       { 0, 2000000 },
                       { 500000, 500000 },
                       { 500000, 1500000 },
                       { 1500000, 1000000 },
                       { 2000000, 500000 },
                       { 2000000, 1000000 },
                       { 2500000, 1000000 },
                       { 2500000, 500000 } };
  guint32 ends[] = { 4, 7, 11 };
  g_autofree char *folder = make_folder (parent, "plane");
  g_autofree char *masks = make_folder (folder, "masks");
  g_autofree char *nets = make_folder (folder, "nets");
  Frame frame = get_frame (folder, CW_BOX (0, 0, 3000000, 2000000));
  g_autoptr (CwPolygon) polygon = cw_polygon_new_rings (points, ends, G_N_ELEMENTS (ends));
  CwShape shapes[] = {
    { .kind = CW_SHAPE_CAPSULE, .capsule = { { 600000, 1000000 }, { 1100000, 1000000 }, 100000 } },
    { .kind = CW_SHAPE_POLYGON, .polygon = polygon },
  };
  CwGerberObject object = { .function = "Conductor", .net = "plane" };
  Level level = { .frame = &frame, .cr = begin_mask (&frame) };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    fill_shape (&shapes[i], &level);
  end_mask (level.cr, masks, "plane-RDL1");
  write_text (nets, "plane-RDL1.txt", "plane\n");

  for (guint x2 = 0; x2 < 2; x2++)
    {
      g_autofree char *sub = make_folder (folder, x2 ? "x2" : "plain");
      g_autoptr (CwGerberWriter) writer = cw_gerber_writer_new (x2);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
        cw_gerber_writer_add (writer, &shapes[i], &object);
      bytes = cw_gerber_writer_finish (writer, x2 ? "%TF.FileFunction,Copper,L1,Top*%\n" : "");
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      write_text (sub, "plane-RDL1.gbr", text);
    }
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    {
      fprintf (stderr, "Usage: export-design FOLDER [FILE.cwx...]\n");
      return 2;
    }

  if (argc == 2)
    {
      g_autoptr (CwDesign) tiny = tiny_design_new ("tiny");
      g_autoptr (CwDesign) forms = forms_design_new ();

      export_design (tiny, argv[1]);
      export_design (forms, argv[1]);
      export_plane (argv[1]);
    }

  for (int i = 2; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CwDesign) design = cw_xml_read_file (argv[i], NULL, &error);

      check (error);
      export_design (design, argv[1]);
    }

  return 0;
}
