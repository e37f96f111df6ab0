/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "tests/fuzz/fuzz.h"

#include <glib.h>
#include <glib/gstdio.h>

/* runs a target on each file of the folders that are named */
int
main (int argc, char *argv[])
{
  guint n = 0;

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GDir) dir = g_dir_open (argv[i], 0, &error);
      const char *name;

      g_assert_no_error (error);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (argv[i], name, NULL);
          g_autofree char *data = NULL;
          gsize size;

          g_file_get_contents (path, &data, &size, &error);
          g_assert_no_error (error);
          LLVMFuzzerTestOneInput ((const uint8_t *) data, size);
          n++;
        }
    }

  g_print ("%u files\n", n);
  g_assert_cmpuint (n, >, 0);

  return 0;
}
