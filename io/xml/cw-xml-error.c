/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/xml/cw-xml-error.h"

#include "io/file/cw-file.h"

#define QUOTED_MAX 40 /* characters of a value that a message repeats */

/**
 * cw_xml_set_error:
 * @error: (nullable): where to put the error
 * @code: its code
 * @name: name of the file
 * @line: the line, from 1; 0 when it is about the whole file
 * @format: what is wrong
 * @...: its arguments
 *
 * Makes an error `name:line: what`.
 */
void
cw_xml_set_error (GError **error, CwIoError code, const char *name, guint line, const char *format,
                  ...)
{
  g_autofree char *shown = cw_file_dup_display_name (name);
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (line > 0)
    g_set_error (error, CW_IO_ERROR, (int) code, "%s:%u: %s", shown, line, what);
  else
    g_set_error (error, CW_IO_ERROR, (int) code, "%s: %s", shown, what);
}

/**
 * cw_xml_quote:
 * @text: (array length=length): text of any bytes
 * @length: its length [bytes]
 *
 * Makes text fit to be repeated in a message: one line of UTF-8, cut when it is long.
 *
 * Returns: (transfer full): the text without quotes
 */
char *
cw_xml_quote (const char *text, gsize length)
{
  g_autofree char *start = g_strndup (text, MIN (length, (gsize) 4 * QUOTED_MAX));
  g_autofree char *shown = cw_file_dup_display_name (start);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (shown, -1) <= QUOTED_MAX)
    return g_steal_pointer (&shown);

  cut = g_utf8_substring (shown, 0, QUOTED_MAX);
  return g_strconcat (cut, "…", NULL);
}
