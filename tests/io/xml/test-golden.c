/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml.h"

#include <string.h>

#include "io/file/cw-file.h"

/* Each bad/NAME.cwx is refused with the line that bad/NAME.error holds. */

static void
test_is_refused (gconstpointer user_data)
{
  const char *name = user_data;
  g_autofree char *file = g_strconcat (name, ".cwx", NULL);
  g_autofree char *error_file = g_strconcat (name, ".error", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "xml", "bad", file, NULL);
  g_autofree char *error_path
      = g_test_build_filename (G_TEST_DIST, "io", "xml", "bad", error_file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cw_file_read (path, CW_FILE_MAX, &error);

  g_assert_no_error (error);
  g_assert_null (cw_xml_read (bytes, file, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CW_IO_ERROR);

  message = g_strconcat (error->message, "\n", NULL);
  g_clear_error (&error);
  g_file_get_contents (error_path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (message, ==, expected);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "io", "xml", "bad", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".cwx"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".cwx")));
  g_assert_cmpuint (names->len, >, 300);

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strconcat ("/io/xml/golden/", names->pdata[i], NULL);

      g_test_add_data_func (path, names->pdata[i], test_is_refused);
    }

  return g_test_run ();
}
