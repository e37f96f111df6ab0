/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

/* The known answers of Caravel, asked of the program after caravel.sh made the design. */

static const char *script;
static const char *tables;

static char *
run (int status, const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
      argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  char *output = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  return output;
}

static JsonObject *
parse (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_answers_are_known (void)
{
  static const struct
  {
    const char *name;
    gint64 value;
  } answers[] = {
    { "dies", 1 },  { "die_pads", 63 }, { "balls", 60 },
    { "nets", 57 }, { "traces", 66 },   { "vias", 63 },
  };
  const char *cli = g_getenv ("CHIPWRIGHT_CLI");
  g_autofree char *folder = g_dir_make_tmp ("caravel-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "caravel.cwx", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *made = run (0, (const char *const[]){ script, tables, file, NULL });
  g_autofree char *info = run (0, (const char *const[]){ cli, "info", file, "--json", NULL });
  g_autofree char *clean = NULL, *narrow = NULL;
  JsonObject *object = parse (parser, info);
  JsonArray *violations, *names;

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    g_assert_cmpint (json_object_get_int_member (object, answers[i].name), ==, answers[i].value);
  g_assert_cmpint ((json_object_get_int_member (object, "wiring_length_nm") + 50) / 100, ==,
                   709676);
  g_assert_cmpint ((json_object_get_int_member (object, "longest_nm") + 50) / 100, ==, 44406);

  clean = run (0, (const char *const[]){ cli, "check", file, "--json", "--set", "clearance=10um",
                                         "--set", "width=10um", NULL });
  object = parse (parser, clean);
  g_assert_true (json_object_get_boolean_member (object, "complete"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "violations")), ==,
                    0);

  narrow = run (
      1, (const char *const[]){ cli, "check", file, "--json", "--set", "clearance=36um", NULL });
  violations = json_object_get_array_member (parse (parser, narrow), "violations");
  g_assert_cmpuint (json_array_get_length (violations), ==, 1);
  object = json_array_get_object_element (violations, 0);
  names = json_object_get_array_member (object, "names");
  g_assert_cmpint (json_object_get_int_member (object, "found_nm"), ==, 35000);
  g_assert_cmpint (json_object_get_int_member (object, "needed_nm"), ==, 36000);
  g_assert_cmpstr (json_array_get_string_element (names, 0), ==, "C9");
  g_assert_cmpstr (json_array_get_string_element (names, 1), ==, "D6");

  g_unlink (file);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  script = argv[1];
  tables = argv[2];
  g_test_add_func ("/external/caravel-cli/answers-are-known", test_answers_are_known);

  return g_test_run ();
}
