/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#define _GNU_SOURCE /* memmem */

#include "widgets/render/cw-picture.h"

#include <string.h>

#include "model/base/cw-error.h"
#include "model/design/cw-edit.h"
#include "tests/model/process/package.h"

static const CwPictureFormat formats[] = { CW_PICTURE_PNG, CW_PICTURE_SVG, CW_PICTURE_PDF };
static const char *const heads[] = { "\x89PNG", "<?xml", "%PDF-" };

static GBytes *
paint_plan (const CwDesign *design, CwPictureFormat format)
{
  g_autoptr (GError) error = NULL;
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));
  GBytes *bytes
      = cw_picture_plan_to_bytes (design, format, 600, 500, NULL, &style, "Two dies", &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static GBytes *
paint_section (CwDesign *design, CwPictureFormat format)
{
  static const CwPoint line[] = { { -5 * CW_MM, 1400 * CW_UM }, { 5 * CW_MM, 1400 * CW_UM } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CwSection) section = cw_section_new (design, line, 2);
  GBytes *bytes = cw_picture_section_to_bytes (section, design, format, 900, 300,
                                               cw_theme_get (CW_THEME_LIGHT), 0, "A–A′", &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static void
assert_head (GBytes *bytes, const char *head)
{
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (head), head, strlen (head));
}

static void
test_same_design_gives_the_same_bytes (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (CwDesign) again = package_new_demo ();

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) first = paint_plan (design, formats[i]);
      g_autoptr (GBytes) first_section = paint_section (design, formats[i]);
      g_autoptr (GBytes) second = paint_plan (again, formats[i]);
      g_autoptr (GBytes) second_section = paint_section (again, formats[i]);

      assert_head (first, heads[i]);
      assert_head (first_section, heads[i]);
      g_assert_true (g_bytes_equal (first, second));
      g_assert_true (g_bytes_equal (first_section, second_section));
    }
}

static void
test_pictures_hold_no_time_of_day (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  g_autoptr (GBytes) bytes = paint_plan (design, CW_PICTURE_PDF);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *day = g_date_time_format (now, "%Y%m%d");
  const char *date = "/CreationDate (20260101";
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_null (memmem (data, size, day, strlen (day)));
  g_assert_nonnull (memmem (data, size, date, strlen (date)));
}

static void
test_extension_names_the_format (void)
{
  static const struct
  {
    const char *path;
    CwPictureFormat format;
  } cases[] = {
    { "plan.png", CW_PICTURE_PNG },
    { "/a/b.c/plan.SVG", CW_PICTURE_SVG },
    { "x.y.pdf", CW_PICTURE_PDF },
  };
  static const char *const bad[] = { "plan", "plan.jpg", "png", "plan.png.txt", "" };
  CwPictureFormat format;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (cw_picture_format_parse (cases[i].path, &format, NULL));
      g_assert_cmpint (format, ==, cases[i].format);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cw_picture_format_parse (bad[i], &format, &error));
      g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE);
    }
}

static void
test_sizes_out_of_range_are_refused (void)
{
  static const int sizes[][2] = { { 0, 10 }, { 10, -1 }, { CW_PICTURE_SIZE_MAX + 1, 10 } };
  g_autoptr (CwDesign) design = package_new_demo ();
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_LIGHT));

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cw_picture_plan_to_bytes (design, CW_PICTURE_PNG, sizes[i][0], sizes[i][1],
                                               NULL, &style, NULL, &error));
      g_assert_error (error, CW_MODEL_ERROR, CW_MODEL_ERROR_VALUE);
    }
}

static void
test_smallest_pictures_are_painted (void)
{
  g_autoptr (CwDesign) design = package_new_demo ();
  CwPlanStyle style = CW_PLAN_STYLE_INIT (cw_theme_get (CW_THEME_DARK));

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes
          = cw_picture_plan_to_bytes (design, formats[i], 1, 1, NULL, &style, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (bytes);
    }
}

static cairo_status_t
read_bytes (void *closure, unsigned char *data, unsigned int length)
{
  GByteArray *bytes = closure;

  if (bytes->len < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, bytes->data, length);
  g_byte_array_remove_range (bytes, 0, length);
  return CAIRO_STATUS_SUCCESS;
}

/* one trace, 10 µm wide and 100 µm long */
static CwDesign *
new_line (guint8 *level)
{
  g_autoptr (CwTechnology) technology = cw_technology_new_default (1);
  g_autoptr (CwPath) outline = cw_path_new_box (CW_BOX (0, 0, CW_MM, CW_MM));
  g_autoptr (CwDesign) empty = cw_design_new (technology, outline);
  g_autoptr (CwEdit) edit = cw_edit_new (empty);
  g_autoptr (GError) error = NULL;
  CwPoint points[] = { { 0, 10 * CW_UM }, { 100 * CW_UM, 10 * CW_UM } };
  g_autoptr (CwPath) path = cw_path_new_points (points, 2);
  CwTrace trace = { .path = path, .width = 10 * CW_UM };

  *level = (guint8) cw_technology_get_wiring_level (technology, 0);
  trace.level = *level;
  cw_edit_add_trace (edit, &trace, &error);
  g_assert_no_error (error);
  return cw_edit_finish (edit, NULL);
}

static void
test_masks_are_as_dark_as_they_are_covered (void)
{
  /* 20 µm a pixel: the trace lies in the second row and covers half of it */
  guint8 level;
  g_autoptr (CwDesign) design = new_line (&level);
  CwBox area = CW_BOX (-20 * CW_UM, -40 * CW_UM, 140 * CW_UM, 40 * CW_UM);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_picture_mask_to_bytes (design, CW_PICTURE_PNG, 8, 4, &area,
                                                       (guint64) 1 << level, &error);
  GByteArray *copy;
  cairo_surface_t *surface;
  const guint8 *pixels;
  int stride;

  g_assert_no_error (error);
  copy = g_bytes_unref_to_array (g_bytes_ref (bytes));
  surface = cairo_image_surface_create_from_png_stream (read_bytes, copy);
  g_byte_array_unref (copy);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 8);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 4);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int x = 0; x < 8; x++)
    for (int y = 0; y < 4; y++)
      {
        int value = pixels[y * stride + 4 * x];

        if (y == 1 && x >= 1 && x < 6)
          g_assert_cmpint (ABS (value - 0x80), <=, 3);
        else if (y != 1 || x == 7)
          g_assert_cmpint (value, ==, 0xff);
      }
  cairo_surface_destroy (surface);
}

static void
test_masks_show_their_levels_alone (void)
{
  guint8 level;
  g_autoptr (CwDesign) design = new_line (&level);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) with = cw_picture_mask_to_bytes (design, formats[i], 300, 100, NULL,
                                                          (guint64) 1 << level, NULL);
      g_autoptr (GBytes) outline
          = cw_picture_mask_to_bytes (design, formats[i], 300, 100, NULL, 1, NULL);
      g_autoptr (GBytes) nothing
          = cw_picture_mask_to_bytes (design, formats[i], 300, 100, NULL, 0, NULL);
      g_autoptr (GBytes) others = cw_picture_mask_to_bytes (design, formats[i], 300, 100, NULL,
                                                            ~(((guint64) 1 << level) | 1), NULL);

      g_assert_false (g_bytes_equal (with, nothing));
      g_assert_false (g_bytes_equal (with, outline));
      g_assert_false (g_bytes_equal (outline, nothing));
      g_assert_true (g_bytes_equal (others, nothing));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/widgets/render/picture/" name, function)
  ADD ("same-design-gives-the-same-bytes", test_same_design_gives_the_same_bytes);
  ADD ("pictures-hold-no-time-of-day", test_pictures_hold_no_time_of_day);
  ADD ("extension-names-the-format", test_extension_names_the_format);
  ADD ("sizes-out-of-range-are-refused", test_sizes_out_of_range_are_refused);
  ADD ("masks-are-as-dark-as-they-are-covered", test_masks_are_as_dark_as_they_are_covered);
  ADD ("masks-show-their-levels-alone", test_masks_show_their_levels_alone);
  ADD ("smallest-pictures-are-painted", test_smallest_pictures_are_painted);
#undef ADD

  return g_test_run ();
}
