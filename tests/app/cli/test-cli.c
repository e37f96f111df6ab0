/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

/* The contract that scripts rely on, through the program itself. */

typedef struct
{
  char *folder;
  char *sample; /* the two-die sample */
  char *output;
  char *errors;
} Fixture;

static const char *cli;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("chipwright-cli-XXXXXX", NULL);
  fixture->sample
      = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "two-die-fan-out.cwx", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *entry = g_build_filename (path, name, NULL);

      if (g_file_test (entry, G_FILE_TEST_IS_DIR))
        remove_folder (entry);
      else
        g_unlink (entry);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->sample);
  g_free (fixture->output);
  g_free (fixture->errors);
}

/* runs the program with the words of @line; %s is the folder and %S the sample */
static int
run (Fixture *fixture, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocess) process = NULL;

  g_ptr_array_add (argv, g_strdup (cli));
  for (char **word = words; *word != NULL; word++)
    {
      g_autoptr (GString) text = g_string_new (*word);

      g_string_replace (text, "%s", fixture->folder, 0);
      g_string_replace (text, "%S", fixture->sample, 0);
      g_string_replace (text, "~", " ", 0);
      g_ptr_array_add (argv, g_strdup (text->str));
    }
  g_ptr_array_add (argv, NULL);

  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  process
      = g_subprocess_newv ((const char *const *) argv->pdata,
                           G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->errors, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  return g_subprocess_get_exit_status (process);
}

static void
assert_begins (Fixture *fixture, const char *name, const char *magic)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, magic));
}

static JsonObject *
parse_object (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_every_command_has_help (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[]
      = { "info", "check", "claims", "import", "export", "section", "plot", "generate", "bench" };

  g_assert_cmpint (run (fixture, "--help"), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *line = g_strdup_printf ("%s --help", commands[i]);

      g_assert_nonnull (strstr (fixture->output, commands[0]));
      g_assert_cmpint (run (fixture, line), ==, 0);
      g_assert_nonnull (strstr (fixture->output, "chipwright-cli "));
      g_assert_nonnull (strstr (fixture->output, commands[i]));
      g_assert_cmpint (run (fixture, "--help"), ==, 0);
    }
}

static void
test_bad_use_is_told (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *line;
    const char *message;
  } cases[] = {
    { "frobnicate", "there is no command “frobnicate”" },
    { "info", "a file is missing" },
    { "info %S %S", "only one file" },
    { "info %s/none.cwx", "none.cwx" },
    { "info --nonsense %S", "--nonsense" },
    { "claims", "a file is missing" },
    { "claims %S %s/none.cwx", "none.cwx" },
    { "check %S --set clearance", "“clearance” is not of the form RULE=VALUE" },
    { "check %S --set clearence=5", "there is no rule or kind of rule “clearence”" },
    { "check %S --set clearance=4O", "4O" },
    { "check %S --set clearance=-1", "at least 0" },
    { "export %S --format gerber", "-o FOLDER is missing" },
    { "export %S --format gdsii -o %s/x", "“gdsii” is not a format" },
    { "section %S", "-o FILE is missing" },
    { "section %S -o %s/x.gif", "x.gif" },
    { "section %S -o %s/x.svg --line 1,2", "points" },
    { "section %S -o %s/x.svg --line 1,2~3", "“3” is not a point" },
    { "generate --sample two-die --plant 1 -o %s/x.cwx", "--plant needs" },
    { "generate --sample three-die -o %s/x.cwx", "there is no sample “three-die”" },
    { "generate --items 1000 --plant -1 -o %s/x.cwx", "--plant needs" },
    { "plot %S -o %s/x.png --size 0x5", "“0x5” is not a size" },
    { "plot %S -o %s/x.png --levels RDL9", "there is no level “RDL9”" },
    { "plot %S -o %s/none/x.png", "none" },
    { "section %S -o %s/x.svg --line 0,0~0,0", "“0,0 0,0” is a line without length" },
    { "section %S -o %s/x.svg --stretch nan", "--stretch is a number" },
    { "section %S -o %s/x.svg --step Z9", "no step “Z9”" },
    { "section %S -o %s/x.svg --all-steps %s/steps", "--all-steps goes without -o" },
    { "plot %S -o %s/x.png --area 0,0~0,9", "“0,0 0,9” is an area without width or height" },
    { "plot %S -o %s/x.png --area 0,0", "“0,0” is not 2 points" },
    { "plot %S -o %s/x.png --levels=", "--levels names no level" },
    { "plot %S --output=", "does not end in" },
    { "export %S -o %s/x", "--format FORMAT is missing" },
    { "check %S --threads -3", "--threads is a number from 0" },
    { "bench --items 0", "--items is a number from 1" },
    { "generate -o %s/x.cwx", "--items" },
    { "import %S --as pictures -o %s/x.cwx", "--as" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].line);
      g_assert_cmpint (run (fixture, cases[i].line), ==, 2);
      if (strstr (fixture->errors, cases[i].message) == NULL)
        g_test_message ("%s", fixture->errors);
      g_assert_nonnull (strstr (fixture->errors, cases[i].message));
      g_assert_cmpstr (fixture->output, ==, "");
    }
}

/* as with "check … | head", where the answer is longer than a pipe holds */
static void
test_reader_may_leave_early (Fixture *fixture, gconstpointer data)
{
  static const char script[]
      = "{ \"$0\" check \"$1\" --json --set width=100um; echo \"$?\" >&3; } 3>&2 | head -c 1";
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error,
                          "sh", "-c", script, cli, fixture->sample, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->errors, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->output, ==, "{");
  g_assert_cmpstr (fixture->errors, ==, "1\n");
}

static void
test_sample_is_wired_and_clean (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object;

  g_assert_cmpint (run (fixture, "info %S --json"), ==, 0);
  object = parse_object (parser, fixture->output);
  g_assert_cmpint (json_object_get_int_member (object, "dies"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (object, "nets"), ==, 313);
  g_assert_cmpint (json_object_get_int_member (object, "balls"), ==, 370);
  g_assert_cmpuint (strlen (json_object_get_string_member (object, "hash")), ==, 64);

  g_assert_cmpint (run (fixture, "check %S --json --threads 1"), ==, 0);
  object = parse_object (parser, fixture->output);
  g_assert_true (json_object_get_boolean_member (object, "complete"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "violations")), ==,
                    0);
}

static void
test_violations_are_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *violations;
  JsonObject *row;

  g_assert_cmpint (run (fixture, "check %S --json --set width=16um"), ==, 1);
  violations = json_object_get_array_member (parse_object (parser, fixture->output), "violations");
  g_assert_cmpuint (json_array_get_length (violations), >, 100);
  row = json_array_get_object_element (violations, 0);
  g_assert_cmpstr (json_object_get_string_member (row, "kind"), ==, "width");
  g_assert_cmpstr (json_object_get_string_member (row, "rule"), ==, "rdl.1");
  g_assert_cmpint (json_object_get_int_member (row, "found_nm"), ==, 15000);
  g_assert_cmpint (json_object_get_int_member (row, "needed_nm"), ==, 16000);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (row, "at")), ==, 2);
  g_assert_true (json_object_has_member (row, "names"));
  g_assert_true (json_object_has_member (row, "nets"));
  g_assert_true (json_object_has_member (row, "items"));
  g_assert_true (json_object_has_member (row, "level"));
}

static void
test_claims_are_rows (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "not_used", "satisfied", "violated" };
  g_autoptr (JsonParser) parser = json_parser_new ();
  int code = run (fixture, "claims %S %S --json");
  JsonObject *object = parse_object (parser, fixture->output);
  JsonArray *files = json_object_get_array_member (object, "files");
  JsonObject *total = json_object_get_object_member (object, "total");
  gint64 found[3] = { 0 };

  g_assert_cmpuint (json_array_get_length (files), ==, 2);
  for (guint i = 0; i < 203; i++)
    {
      JsonObject *file = json_array_get_object_element (files, 1);
      JsonObject *row
          = json_array_get_object_element (json_object_get_array_member (file, "claims"), i);
      const char *state = json_object_get_string_member (row, "state");

      g_assert_cmpint (json_object_get_int_member (row, "number"), ==, i + 1);
      g_assert_true (*json_object_get_string_member (row, "text") != '\0');
      g_assert_true (*json_object_get_string_member (row, "reason") != '\0');
      g_assert_nonnull (json_object_get_array_member (row, "items"));
      for (guint j = 0; j < 3; j++)
        found[j] += g_str_equal (state, states[j]);
    }
  /* two of the same are together what each is */
  for (guint j = 0; j < 3; j++)
    g_assert_cmpint (json_object_get_int_member (total, states[j]), ==, found[j]);
  g_assert_cmpint (found[0] + found[1] + found[2], ==, 203);
  g_assert_cmpint (found[1], >, 20);
  g_assert_cmpint (code, ==, found[2] > 0 ? 1 : 0);
}

static void
test_claims_are_told (Fixture *fixture, gconstpointer data)
{
  run (fixture, "claims %S");
  g_assert_nonnull (strstr (fixture->output, "   30  satisfied: "));
  g_assert_null (strstr (fixture->output, "    1  "));
  g_assert_null (strstr (fixture->output, "all files together"));

  run (fixture, "claims --all %S %S");
  g_assert_nonnull (strstr (fixture->output, "    1  not used: "));
  g_assert_nonnull (strstr (fixture->output, "there are 2 dies, not one"));
  g_assert_nonnull (strstr (fixture->output, "all files together"));
}

static void
test_pictures_and_files_are_written (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (run (fixture, "plot %S -o %s/p.png --size 300x200 --theme dark"), ==, 0);
  g_assert_cmpint (run (fixture, "plot %S -o %s/p.svg --levels RDL1,RDL2 --area 0,0~500,500"), ==,
                   0);
  g_assert_cmpint (run (fixture, "plot %S -o %s/p.pdf"), ==, 0);
  g_assert_cmpint (run (fixture, "section %S -o %s/s.svg"), ==, 0);
  g_assert_cmpint (run (fixture, "section %S -o %s/s.json --line 0,0~1mm,0"), ==, 0);
  g_assert_cmpint (run (fixture, "section %S -o %s/s.json --step A4"), ==, 0);
  g_assert_cmpint (run (fixture, "section %S -o %s/s.json --step 1"), ==, 0);
  g_assert_cmpint (run (fixture, "section %S --all-steps %s/steps"), ==, 0);
  g_assert_cmpint (run (fixture, "export %S --format gerber -o %s/gerber"), ==, 0);
  g_assert_cmpint (run (fixture, "export %S --format gerber -o %s/plain --plain"), ==, 0);

  assert_begins (fixture, "p.png", "\x89PNG");
  assert_begins (fixture, "p.svg", "<?xml");
  assert_begins (fixture, "p.pdf", "%PDF");
  assert_begins (fixture, "s.svg", "<?xml");
  assert_begins (fixture, "s.json", "{");
}

static void
test_a_full_disk_is_told (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "check", "info" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher
          = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autoptr (GSubprocess) process = NULL;
      g_autofree char *errors = NULL;

      g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
      process = g_subprocess_launcher_spawn (launcher, NULL, cli, commands[i], "--json",
                                             fixture->sample, NULL);
      g_assert_nonnull (process);
      g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &errors, NULL));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
      g_assert_cmpstr (errors, ==, "chipwright-cli: stdout: cannot be written\n");
    }
}

static void
test_bench_designs_are_clean (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (run (fixture, "generate --items 3000 --seed 7 -o %s/bench.cwx"), ==, 0);
  g_assert_cmpint (run (fixture, "check %s/bench.cwx"), ==, 0);
  g_assert_cmpint (run (fixture, "bench --items 1000 --json"), ==, 0);
  g_assert_nonnull (strstr (fixture->output, "incremental_check_us"));
}

static void
test_planted_violations_are_all_that_is_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonParser) planted_parser = json_parser_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *planted, *found;

  g_assert_cmpint (run (fixture, "generate --items 3000 --plant 9 -o %s/bench.cwx"), ==, 0);
  g_assert_true (json_parser_load_from_data (planted_parser, fixture->output, -1, NULL));
  planted = json_node_get_array (json_parser_get_root (planted_parser));
  g_assert_cmpuint (json_array_get_length (planted), ==, 27);
  g_assert_cmpint (run (fixture, "check %s/bench.cwx --json"), ==, 1);
  found = json_object_get_array_member (parse_object (parser, fixture->output), "violations");
  /* a via has two lands */
  g_assert_cmpuint (json_array_get_length (found), ==, 36);
  for (guint i = 0; i < 36; i++)
    {
      JsonObject *violation = json_array_get_object_element (found, i);
      JsonArray *at
          = json_array_get_array_element (json_object_get_array_member (violation, "at"), 0);
      guint n_near = 0;

      for (guint j = 0; j < 27; j++)
        {
          JsonObject *one = json_array_get_object_element (planted, j);
          JsonArray *place = json_object_get_array_member (one, "at");
          gint64 dx = json_array_get_int_element (at, 0) - json_array_get_int_element (place, 0);
          gint64 dy = json_array_get_int_element (at, 1) - json_array_get_int_element (place, 1);

          n_near += ABS (dx) <= 20000 && ABS (dy) <= 20000
                    && g_str_equal (json_object_get_string_member (one, "kind"),
                                    json_object_get_string_member (violation, "kind"));
        }
      g_assert_cmpuint (n_near, ==, 1);
    }

  g_assert_cmpint (run (fixture, "generate --items 1000 --plant 1000 -o %s/bench.cwx"), ==, 2);
  g_assert_nonnull (strstr (fixture->errors, "do not fit"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/app/cli/cli/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  cli = g_getenv ("CHIPWRIGHT_CLI");
  g_assert_nonnull (cli);
  ADD ("every-command-has-help", test_every_command_has_help);
  ADD ("bad-use-is-told", test_bad_use_is_told);
  ADD ("reader-may-leave-early", test_reader_may_leave_early);
  ADD ("sample-is-wired-and-clean", test_sample_is_wired_and_clean);
  ADD ("violations-are-rows", test_violations_are_rows);
  ADD ("claims-are-rows", test_claims_are_rows);
  ADD ("claims-are-told", test_claims_are_told);
  ADD ("pictures-and-files-are-written", test_pictures_and_files_are_written);
  ADD ("a-full-disk-is-told", test_a_full_disk_is_told);
  ADD ("bench-designs-are-clean", test_bench_designs_are_clean);
  ADD ("planted-violations-are-all-that-is-found", test_planted_violations_are_all_that_is_found);

  return g_test_run ();
}
