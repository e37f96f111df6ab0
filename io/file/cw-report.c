/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/file/cw-report.h"

typedef struct
{
  guint line;
  char *text;
} Remark;

struct _CwReport
{
  GArray *remarks; /* of Remark */
  gsize n_omitted;
};

static void
clear_remark (gpointer data)
{
  Remark *remark = data;

  g_free (remark->text);
}

/**
 * cw_report_new:
 *
 * Makes an empty report.
 *
 * Returns: (transfer full): the report
 */
CwReport *
cw_report_new (void)
{
  CwReport *self = g_new0 (CwReport, 1);

  self->remarks = g_array_new (FALSE, FALSE, sizeof (Remark));
  g_array_set_clear_func (self->remarks, clear_remark);

  return self;
}

/**
 * cw_report_free:
 * @self: (nullable): a report
 *
 * Frees a report with its remarks.
 */
void
cw_report_free (CwReport *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->remarks);
  g_free (self);
}

/**
 * cw_report_add:
 * @self: (nullable): a report; nothing happens when %NULL
 * @line: line of the file, from 1; 0 when it is about the whole file
 * @format: what was skipped or guessed, one line without a full stop
 * @...: its arguments
 *
 * Adds a remark. Beyond %CW_REPORT_MAX remarks only their number is kept.
 */
void
cw_report_add (CwReport *self, guint line, const char *format, ...)
{
  Remark remark = { line, NULL };
  va_list arguments;

  g_return_if_fail (format != NULL);

  if (self == NULL)
    return;

  if (self->remarks->len >= CW_REPORT_MAX)
    {
      self->n_omitted++;
      return;
    }

  va_start (arguments, format);
  remark.text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_array_append_val (self->remarks, remark);
}

/**
 * cw_report_get_n:
 * @self: a report
 *
 * Returns: the number of remarks that are kept
 */
gsize
cw_report_get_n (const CwReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->remarks->len;
}

/**
 * cw_report_get_n_omitted:
 * @self: a report
 *
 * Returns: how many remarks came after the last one that is kept
 */
gsize
cw_report_get_n_omitted (const CwReport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_omitted;
}

/**
 * cw_report_get:
 * @self: a report
 * @index: which remark, from 0
 * @line: (out) (optional): its line, 0 when it is about the whole file
 *
 * Gets a remark.
 *
 * Returns: (transfer none): its text, which lives as long as the report
 */
const char *
cw_report_get (const CwReport *self, gsize index, guint *line)
{
  const Remark *remark;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->remarks->len, NULL);

  remark = &g_array_index (self->remarks, Remark, index);
  if (line != NULL)
    *line = remark->line;

  return remark->text;
}
