/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/csv/cw-csv-options.h"

#include <string.h>

#include "io/file/cw-io-error.h"

typedef gboolean (*SetFunc) (CwCsvOptions *self, const char *value, GError **error);

typedef struct
{
  const char *key;
  SetFunc set;
} Option;

G_DEFINE_BOXED_TYPE (CwCsvOptions, cw_csv_options, cw_csv_options_copy, cw_csv_options_free)

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error_literal (error, CW_IO_ERROR, CW_IO_ERROR_VALUE, what);
  return FALSE;
}

static gboolean
parse_flag (const char *value, gboolean *flag, GError **error)
{
  *flag = g_strcmp0 (value, "yes") == 0;
  if (!*flag && g_strcmp0 (value, "no") != 0)
    return fail (error, "\"%s\" is neither \"yes\" nor \"no\"", value);

  return TRUE;
}

static gboolean
parse_length (const char *value, CwCoord *length, GError **error)
{
  return cw_length_parse (value, CW_UNIT_UM, length, error);
}

static gboolean
parse_size (const char *value, CwCoord *length, GError **error)
{
  if (!parse_length (value, length, error))
    return FALSE;
  if (*length < 0)
    return fail (error, "\"%s\" is below zero", value);

  return TRUE;
}

static gboolean
parse_text (const char *value, char **text, GError **error)
{
  if (*value == '\0')
    return fail (error, "the value is empty");

  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

static gboolean
set_delimiter (CwCsvOptions *self, const char *value, GError **error)
{
  static const struct
  {
    const char *name;
    char delimiter;
  } names[] = {
    { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' }, { "bar", '|' }, { "auto", 0 },
    { ",", ',' },     { ";", ';' },         { "\t", '\t' },  { "|", '|' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_strcmp0 (value, names[i].name) == 0)
        {
          self->delimiter = names[i].delimiter;
          return TRUE;
        }
    }

  return fail (error, "\"%s\" is no delimiter: comma, semicolon, tab, bar", value);
}

static gboolean
set_header (CwCsvOptions *self, const char *value, GError **error)
{
  gboolean header;

  if (!parse_flag (value, &header, error))
    return FALSE;
  self->no_header = !header;
  return TRUE;
}

static gboolean
set_unit (CwCsvOptions *self, const char *value, GError **error)
{
  if (!cw_unit_parse (value, &self->unit))
    return fail (error, "\"%s\" is no unit", value);
  self->unit_given = TRUE;
  return TRUE;
}

static gboolean
set_columns (CwCsvOptions *self, const char *value, GError **error)
{
  g_auto (GStrv) pairs = g_strsplit (value, ",", -1);

  if (*value == '\0')
    return fail (error, "the value is empty");

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      const char *equals = strchr (pairs[i], '=');
      guint field = 0;

      if (equals == NULL || equals[1] == '\0')
        return fail (error, "\"%s\" is not of the form \"field=column\"", pairs[i]);
      while (field < CW_N_CSV_FIELDS
             && (strncmp (pairs[i], cw_csv_field_get_name (field), equals - pairs[i]) != 0
                 || strlen (cw_csv_field_get_name (field)) != (gsize) (equals - pairs[i])))
        field++;
      if (field == CW_N_CSV_FIELDS)
        return fail (error, "\"%.*s\" is no field", (int) (equals - pairs[i]), pairs[i]);
      g_free (self->columns[field]);
      self->columns[field] = g_strdup (equals + 1);
    }

  return TRUE;
}

static gboolean
set_name (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_text (value, &self->name, error);
}

static gboolean
set_wiring_levels (CwCsvOptions *self, const char *value, GError **error)
{
  guint64 n;

  if (!g_ascii_string_to_unsigned (value, 10, 1, 16, &n, NULL))
    return fail (error, "\"%s\" is not a number of levels from 1 to 16", value);
  self->n_wiring_levels = n;
  return TRUE;
}

static gboolean
parse_pair (const char *value, const char *separators, CwPoint *pair, GError **error)
{
  const char *middle = strpbrk (value, separators);
  g_autofree char *first = middle != NULL ? g_strndup (value, middle - value) : NULL;

  if (middle == NULL)
    return fail (error, "\"%s\" is not of the form \"a%cb\"", value, separators[0]);

  return parse_length (first, &pair->x, error) && parse_length (middle + 1, &pair->y, error);
}

static gboolean
set_outline (CwCsvOptions *self, const char *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);
  CwBox box = CW_BOX (0, 0, 0, 0);

  if (g_strv_length (parts) == 4)
    {
      if (!parse_length (parts[0], &box.min.x, error) || !parse_length (parts[1], &box.min.y, error)
          || !parse_length (parts[2], &box.max.x, error)
          || !parse_length (parts[3], &box.max.y, error))
        return FALSE;
    }
  else if (!parse_pair (value, "x", &box.max, error))
    {
      return FALSE;
    }

  if (box.min.x >= box.max.x || box.min.y >= box.max.y)
    return fail (error, "\"%s\" is an outline without area", value);
  self->outline = box;
  return TRUE;
}

static gboolean
set_die (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_text (value, &self->die, error);
}

static gboolean
set_die_type (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_text (value, &self->die_type, error);
}

static gboolean
set_die_size (CwCsvOptions *self, const char *value, GError **error)
{
  CwPoint size;

  if (!parse_pair (value, "x", &size, error))
    return FALSE;
  if (size.x <= 0 || size.y <= 0)
    return fail (error, "\"%s\" is a die without area", value);
  self->die_size = size;
  return TRUE;
}

static gboolean
set_die_thickness (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_size (value, &self->die_thickness, error);
}

static gboolean
set_die_origin (CwCsvOptions *self, const char *value, GError **error)
{
  static const char *const names[] = { "auto", "corner", "centre", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_strcmp0 (value, names[i]) == 0)
        {
          self->die_origin = i;
          return TRUE;
        }
    }

  return fail (error, "\"%s\" is no origin: auto, corner, centre", value);
}

static gboolean
set_die_at (CwCsvOptions *self, const char *value, GError **error)
{
  self->die_placed = TRUE;
  return parse_pair (value, ",", &self->die_at, error);
}

static gboolean
set_die_angle (CwCsvOptions *self, const char *value, GError **error)
{
  self->die_placed = TRUE;
  return cw_angle_parse (value, &self->die_angle, error);
}

static gboolean
set_die_mirror (CwCsvOptions *self, const char *value, GError **error)
{
  self->die_placed = TRUE;
  return parse_flag (value, &self->die_mirror, error);
}

static gboolean
set_pad_size (CwCsvOptions *self, const char *value, GError **error)
{
  return cw_csv_form_parse (value, CW_UNIT_UM, &self->pad, error);
}

static gboolean
set_level (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_text (value, &self->level, error);
}

static gboolean
set_land (CwCsvOptions *self, const char *value, GError **error)
{
  return cw_csv_form_parse (value, CW_UNIT_UM, &self->land, error);
}

static gboolean
set_opening (CwCsvOptions *self, const char *value, GError **error)
{
  if (g_strcmp0 (value, "0") == 0)
    {
      self->opening = (CwPadForm){ .kind = CW_PAD_ROUND };
      return TRUE;
    }

  return cw_csv_form_parse (value, CW_UNIT_UM, &self->opening, error);
}

static gboolean
set_ball (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_size (value, &self->ball.diameter, error);
}

static gboolean
set_ball_kind (CwCsvOptions *self, const char *value, GError **error)
{
  return cw_ball_kind_parse (value, &self->ball.kind)
         || fail (error, "\"%s\" is no kind of ball", value);
}

static gboolean
set_width (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_size (value, &self->width, error);
}

static gboolean
set_vias (CwCsvOptions *self, const char *value, GError **error)
{
  gboolean vias;

  if (!parse_flag (value, &vias, error))
    return FALSE;
  self->no_vias = !vias;
  return TRUE;
}

static gboolean
set_via_hole (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_size (value, &self->via_hole, error);
}

static gboolean
set_via_land (CwCsvOptions *self, const char *value, GError **error)
{
  return parse_size (value, &self->via_land, error);
}

static const Option options[] = {
  { "delimiter", set_delimiter },
  { "header", set_header },
  { "unit", set_unit },
  { "columns", set_columns },
  { "name", set_name },
  { "wiring-levels", set_wiring_levels },
  { "outline", set_outline },
  { "die", set_die },
  { "die-type", set_die_type },
  { "die-size", set_die_size },
  { "die-thickness", set_die_thickness },
  { "die-origin", set_die_origin },
  { "die-at", set_die_at },
  { "die-angle", set_die_angle },
  { "die-mirror", set_die_mirror },
  { "pad-size", set_pad_size },
  { "level", set_level },
  { "land", set_land },
  { "opening", set_opening },
  { "ball", set_ball },
  { "ball-kind", set_ball_kind },
  { "width", set_width },
  { "vias", set_vias },
  { "via-hole", set_via_hole },
  { "via-land", set_via_land },
};

/**
 * cw_csv_options_new:
 *
 * Makes options with the values that hold when nothing is given.
 *
 * Returns: (transfer full): the options
 */
CwCsvOptions *
cw_csv_options_new (void)
{
  CwCsvOptions *self = g_new0 (CwCsvOptions, 1);

  self->unit = CW_UNIT_UM;
  self->n_wiring_levels = 1;
  self->outline = CW_BOX_EMPTY;
  self->land = (CwPadForm){ CW_PAD_ROUND, 270 * CW_UM, 270 * CW_UM };
  self->opening = (CwPadForm){ CW_PAD_ROUND, 220 * CW_UM, 220 * CW_UM };
  self->ball = (CwBall){ CW_BALL_SOLDER_BALL, 310 * CW_UM };

  return self;
}

/**
 * cw_csv_options_copy:
 * @self: options
 *
 * Copies options.
 *
 * Returns: (transfer full): the copy
 */
CwCsvOptions *
cw_csv_options_copy (const CwCsvOptions *self)
{
  CwCsvOptions *copy = g_memdup2 (self, sizeof *self);

  for (guint i = 0; i < CW_N_CSV_FIELDS; i++)
    copy->columns[i] = g_strdup (self->columns[i]);
  copy->name = g_strdup (self->name);
  copy->die = g_strdup (self->die);
  copy->die_type = g_strdup (self->die_type);
  copy->level = g_strdup (self->level);

  return copy;
}

/**
 * cw_csv_options_free:
 * @self: (transfer full): options
 *
 * Frees options.
 */
void
cw_csv_options_free (CwCsvOptions *self)
{
  for (guint i = 0; i < CW_N_CSV_FIELDS; i++)
    g_free (self->columns[i]);
  g_free (self->name);
  g_free (self->die);
  g_free (self->die_type);
  g_free (self->level);
  g_free (self);
}

/**
 * cw_csv_options_set:
 * @self: options
 * @key: one of cw_csv_options_get_keys ()
 * @value: its value as #CwCsvOptions writes it
 * @error: return location for an error
 *
 * Sets one option from text.
 *
 * Returns: %TRUE, or %FALSE with an error that begins with the key
 */
gboolean
cw_csv_options_set (CwCsvOptions *self, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (self != NULL && key != NULL && value != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      if (g_strcmp0 (key, options[i].key) != 0)
        continue;
      if (options[i].set (self, value, error))
        return TRUE;
      g_prefix_error (error, "%s: ", key);
      return FALSE;
    }

  return fail (error, "there is no option \"%s\"", key);
}

/**
 * cw_csv_options_parse:
 * @self: options
 * @option: `key=value`
 * @error: return location for an error
 *
 * Sets one option from text as a command line has it.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_options_parse (CwCsvOptions *self, const char *option, GError **error)
{
  const char *equals = strchr (option, '=');
  g_autofree char *key = NULL;

  if (equals == NULL)
    return fail (error, "\"%s\" is not of the form \"key=value\"", option);

  key = g_strndup (option, equals - option);
  return cw_csv_options_set (self, key, equals + 1, error);
}

/**
 * cw_csv_options_get_keys:
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys that cw_csv_options_set () knows
 */
const char *const *
cw_csv_options_get_keys (void)
{
  static const char *keys[G_N_ELEMENTS (options) + 1];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (options); i++)
        keys[i] = options[i].key;
      g_once_init_leave (&made, 1);
    }

  return keys;
}

/**
 * cw_csv_field_get_name:
 * @field: a field
 *
 * Returns: its name in the option `columns`
 */
const char *
cw_csv_field_get_name (CwCsvField field)
{
  static const char *const names[CW_N_CSV_FIELDS] = {
    "name",     "x",   "y",     "size",     "width", "height",
    "diameter", "net", "route", "sequence", "ball",  "class",
  };

  g_return_val_if_fail (field < CW_N_CSV_FIELDS, NULL);

  return names[field];
}

/**
 * cw_csv_form_parse:
 * @text: a diameter such as `270`, or a width and a height such as `60x60`
 * @unit: unit of what has none
 * @form: (out): the form, round or rectangular
 * @error: return location for an error
 *
 * Reads form and size of a pad.
 *
 * Returns: %TRUE, or %FALSE with an error
 */
gboolean
cw_csv_form_parse (const char *text, CwUnit unit, CwPadForm *form, GError **error)
{
  g_autofree char *plain = NULL;
  gsize length = strcspn (text, "xX*");
  gsize skip = text[length] != '\0' ? 1 : 0;
  const char *times = strstr (text, "×");

  if (times != NULL && (gsize) (times - text) < length)
    {
      length = times - text;
      skip = strlen ("×");
    }

  plain = g_strndup (text, length);
  if (!cw_length_parse (g_strstrip (plain), unit, &form->width, error))
    return FALSE;
  form->kind = skip > 0 ? CW_PAD_RECTANGLE : CW_PAD_ROUND;
  form->height = form->width;
  if (skip > 0)
    {
      g_autofree char *rest = g_strdup (text + length + skip);

      if (!cw_length_parse (g_strstrip (rest), unit, &form->height, error))
        return FALSE;
    }
  if (form->width <= 0 || form->height <= 0)
    return fail (error, "\"%s\" is a size without area", text);

  return TRUE;
}
