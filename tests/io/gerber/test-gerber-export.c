/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <glib/gstdio.h>
#include <string.h>

#include "io/file/cw-io-error.h"
#include "io/gerber/cw-gerber.h"
#include "tiny-design.h"

static const char *const names[] = {
  "tiny-BALL.gbr", "tiny-PASS.gbr",    "tiny-RDL1.gbr", "tiny-D1.gbr",
  "tiny-PAD.gbr",  "tiny-profile.gbr", "tiny-dies.gbr",
};

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("cw-gerber-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static char *
read_text (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GPtrArray *export(const char *name, const char *folder, gboolean x2)
{
  g_autoptr (CwDesign) design = tiny_design_new (name);
  CwGerberOptions options = { .x2 = x2 };
  g_autoptr (GError) error = NULL;
  GPtrArray *files = NULL;

  cw_gerber_export (design, folder, &options, &files, &error);
  g_assert_no_error (error);
  g_assert_nonnull (files);
  return files;
}

static void
check_golden (gboolean x2, const char *golden)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) files = export("tiny", folder, x2);

  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *wanted_folder
          = g_test_build_filename (G_TEST_DIST, "io", "gerber", golden, NULL);
      g_autofree char *wanted = read_text (wanted_folder, names[i]);
      g_autofree char *found = read_text (folder, names[i]);
      g_auto (GStrv) parts = g_strsplit (wanted, "@VERSION@", 2);
      g_autofree char *versioned = g_strjoinv (CW_VERSION, parts);

      g_assert_cmpstr (files->pdata[i], ==, names[i]);
      g_assert_cmpstr (found, ==, versioned);
    }
  remove_folder (folder);
}

static void
test_x2 (void)
{
  check_golden (TRUE, "tiny");
}

static void
test_plain (void)
{
  check_golden (FALSE, "tiny-plain");
}

static void
test_again (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *nested = g_build_filename (folder, "new", NULL);
  g_autoptr (GPtrArray) first = export("tiny", nested, TRUE);
  g_autofree char *before = read_text (nested, "tiny-RDL1.gbr");
  g_autoptr (GPtrArray) second = export("tiny", nested, TRUE);
  g_autofree char *after = read_text (nested, "tiny-RDL1.gbr");
  g_autoptr (GDir) dir = g_dir_open (nested, 0, NULL);
  guint n = 0;

  g_assert_cmpstr (after, ==, before);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (names));
  remove_folder (nested);
  remove_folder (folder);
}

static void
test_names (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) odd = export("../a b*%µ", folder, TRUE);
  g_autofree char *text = read_text (folder, "_._a_b___-RDL1.gbr");
  g_autoptr (GPtrArray) none = export("", folder, TRUE);
  g_autofree char *unnamed = read_text (folder, "package-RDL1.gbr");

  g_assert_cmpstr (odd->pdata[2], ==, "_._a_b___-RDL1.gbr");
  g_assert_nonnull (strstr (text, "%TO.P,../a b\\u002A\\u0025\\u00B5,A1*%\n"));
  g_assert_nonnull (strstr (unnamed, "%TO.P,PACKAGE,A1*%\n"));
  remove_folder (folder);
}

/* passive devices and buses are metal, cavities have a file of their own level */
static void
test_new_kinds (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (CwTechnology) technology = cw_technology_new_default (2);
  g_autoptr (CwPath) box = cw_path_new_box (CW_BOX (-CW_MM, -CW_MM, CW_MM, CW_MM));
  g_autoptr (CwDesign) empty = cw_design_new (technology, box);
  g_autoptr (CwEdit) edit = cw_edit_new (empty);
  CwGerberOptions options = { .x2 = TRUE };
  CwBus bus = { .path = box, .width = 20000, .level = 7 };
  CwCavity cavity = { .outline = box, .level = 0 };
  g_autoptr (CwDesign) design = NULL;
  g_autofree char *wiring = NULL;
  g_autofree char *dielectric = NULL;
  g_autofree char *substrate = NULL;
  CwPassive passive;

  cw_passive_init (&passive, CW_FORM_SQUARE_SPIRAL, technology);
  passive.name = g_ref_string_new_intern ("L1");
  g_assert_true (cw_edit_set_name (edit, "kinds", NULL));
  g_assert_cmpuint (cw_edit_add_passive (edit, &passive, NULL), !=, CW_ID_NONE);
  cw_passive_init (&passive, CW_FORM_SENSOR, technology);
  passive.name = g_ref_string_new_intern ("M1");
  g_assert_cmpuint (cw_edit_add_passive (edit, &passive, NULL), !=, CW_ID_NONE);
  g_assert_cmpuint (cw_edit_add_bus (edit, &bus, NULL), !=, CW_ID_NONE);
  g_assert_cmpuint (cw_edit_add_cavity (edit, &cavity, NULL), !=, CW_ID_NONE);
  design = cw_edit_finish (edit, NULL);
  g_assert_true (cw_gerber_export (design, folder, &options, NULL, NULL));

  wiring = read_text (folder, "kinds-RDL2.gbr");
  dielectric = read_text (folder, "kinds-D2.gbr");
  substrate = read_text (folder, "kinds-SUBSTRATE.gbr");
  g_assert_nonnull (strstr (wiring, ".AperFunction,EtchedComponent"));
  g_assert_nonnull (strstr (wiring, ".AperFunction,Conductor"));
  g_assert_nonnull (strstr (wiring, ".AperFunction,ViaPad"));
  g_assert_nonnull (strstr (dielectric, ".AperFunction,ViaDrill"));
  g_assert_nonnull (strstr (dielectric, ".AperFunction,OtherDrill,Cavity"));
  g_assert_nonnull (strstr (substrate, ".FileFunction,Other,SUBSTRATE"));
  g_assert_nonnull (strstr (substrate, ".AperFunction,Other,Cavity"));
  remove_folder (folder);
}

static void
test_bad_folder (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "sub", NULL);
  g_autoptr (CwDesign) design = tiny_design_new ("tiny");
  CwGerberOptions options = { .x2 = TRUE };
  GPtrArray *files = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_false (cw_gerber_export (design, below, &options, &files, &error));
  g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_FILE);
  g_assert_null (files);
  remove_folder (folder);
}

/* a name that is taken by a folder stops the export; no half of it is left aside */
static void
test_blocked (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *taken = g_build_filename (folder, "tiny-BALL.gbr", NULL);
  g_autofree char *inside = g_build_filename (taken, "x", NULL);
  g_autoptr (CwDesign) design = tiny_design_new ("tiny");
  CwGerberOptions options = { .x2 = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_false (cw_gerber_export (design, folder, &options, NULL, &error));
  g_assert_error (error, CW_IO_ERROR, CW_IO_ERROR_FILE);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 1);
  g_rmdir (inside);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/gerber/export/files-with-attributes-are-as-written-by-hand", test_x2);
  g_test_add_func ("/io/gerber/export/plain-files-are-as-written-by-hand", test_plain);
  g_test_add_func ("/io/gerber/export/the-same-design-gives-the-same-bytes", test_again);
  g_test_add_func ("/io/gerber/export/names-are-safe-in-files-and-fields", test_names);
  g_test_add_func ("/io/gerber/export/new-kinds-are-metal-or-cavities", test_new_kinds);
  g_test_add_func ("/io/gerber/export/bad-folder-is-refused", test_bad_folder);
  g_test_add_func ("/io/gerber/export/blocked-file-leaves-no-half", test_blocked);

  return g_test_run ();
}
