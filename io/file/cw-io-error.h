/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_IO_ERROR (cw_io_error_quark ())

/**
 * CwIoError:
 * @CW_IO_ERROR_SYNTAX: the text does not follow the rules of its format
 * @CW_IO_ERROR_VALUE: a value that is none, or out of its range
 * @CW_IO_ERROR_REFERENCE: a reference to something that is not there, or a name given twice
 * @CW_IO_ERROR_LIMIT: more, longer or deeper than is accepted
 * @CW_IO_ERROR_VERSION: written by a newer program
 * @CW_IO_ERROR_FILE: the system could not read or write a file
 *
 * What readers and writers of files refuse.
 */
typedef enum
{
  CW_IO_ERROR_SYNTAX,
  CW_IO_ERROR_VALUE,
  CW_IO_ERROR_REFERENCE,
  CW_IO_ERROR_LIMIT,
  CW_IO_ERROR_VERSION,
  CW_IO_ERROR_FILE,
} CwIoError;

GQuark cw_io_error_quark (void);

G_END_DECLS
