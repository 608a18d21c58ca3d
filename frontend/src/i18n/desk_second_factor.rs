//! The second factor.

use super::words;

words! {
    /// The second factor: giving its code, setting it up, its recovery codes.
    SecondFactor {
        code_title = "Segundo paso: su código";
        code_text = "Abra la aplicación de su teléfono y escriba el código de 6 dígitos de Conóceles. Si no tiene el teléfono, escriba uno de sus códigos de recuperación.";
        code = "Código";
        code_hint = "6 dígitos, o un código de recuperación como abcd-efgh-jkmn.";
        code_missing = "Código: escríbalo.";
        code_send = "Entrar";
        code_sending = "Comprobando…";
        code_lost = "Si perdió el teléfono y también los códigos de recuperación, la Unidad de Transparencia debe comprobar su identidad y reiniciar su segundo factor (el código de su teléfono).";
        code_over = "Pasó demasiado tiempo. Escriba otra vez su usuario y su contraseña.";
        other_account = "Usar otra cuenta";
        first_title = "Primer acceso: active su segundo factor";
        first_text = "Su función en el Instituto requiere un segundo factor: además de la contraseña, un código de su teléfono que cambia cada 30 segundos. Así, quien averigüe su contraseña no puede entrar.";
        need = "Necesita una aplicación de códigos (TOTP), por ejemplo Aegis, FreeOTP, Google Authenticator o Microsoft Authenticator. No requiere conexión ni número de teléfono.";
        show_key = "Mostrar la clave";
        scan = "1. Añada Conóceles a la aplicación";
        scan_text = "Elija «añadir» o «escanear código QR» en la aplicación y apunte la cámara a la imagen.";
        picture = "Código QR con la clave de su segundo factor. La misma clave está escrita abajo.";
        key = "Si no puede escanear, escriba esta clave";
        confirm = "2. Escriba el código que muestra la aplicación";
        confirm_hint = "6 dígitos. La clave empieza a contar cuando este código es correcto.";
        confirm_send = "Confirmar";
        codes_title = "Guarde sus códigos de recuperación";
        codes_once = "Estos códigos se muestran una sola vez";
        codes_text = "Cada uno sirve una vez, en lugar del código del teléfono. Guárdelos donde no dependan de él: impresos, o en un administrador de contraseñas. Los anteriores ya no sirven.";
        copy = "Copiar";
        copied = "Los códigos se copiaron.";
        not_copied = "El navegador no permitió copiar. Descárguelos o imprímalos.";
        download = "Descargar";
        print = "Imprimir";
        codes_done = "Ya los guardé; continuar";
        file_name = "conoceles-codigos-de-recuperacion.txt";
        file_head = "Conóceles: códigos de recuperación. Cada uno sirve una vez.";
        title = "Segundo factor";
        open = "Segundo factor de inicio de sesión";
        open_hint = "Un código de su teléfono, además de la contraseña.";
        off = "Su cuenta no tiene segundo factor. Con él, la contraseña sola no basta para entrar.";
        required = "Su función lo requiere: puede renovarlo, pero no desactivarlo.";
        turn_on = "Activar";
        renew = "Renovar (otro teléfono u otros códigos)";
        turn_off = "Desactivar";
        proof_on = "Activar el segundo factor";
        proof_renew = "Renovar el segundo factor";
        proof_off = "Desactivar el segundo factor";
        proof_text = "Compruebe que es usted. Después se cerrarán sus otras sesiones.";
        go_on = "Continuar";
        cancel = "Cancelar";
        now_off = "El segundo factor quedó desactivado.";
        now_on = "El segundo factor quedó activo.";
        active = "Segundo factor activo";
        inactive = "Sin segundo factor";
        recover_text = "Termina su contraseña y todas sus sesiones, y da un código de un solo uso que vence en 2 días. Entréguelo en persona a quien usa la cuenta: con él elige una contraseña que nadie más conoce. Sin correo configurado, la hoja impresa es el medio.";
        recover_start = "Iniciar recuperación";
        recover_factor = "También perdió el teléfono y los códigos de recuperación: quitar su segundo factor";
        recover_factor_hint = "Márquelo solo después de comprobar su identidad en persona. Queda en la bitácora.";
        recover_sheet = "Hoja de recuperación";
        recover_once = "Este código se muestra una sola vez";
        recover_code = "Código de recuperación de cuenta";
        recover_sheet_text = "En el inicio de sesión escriba este código en lugar de la contraseña. Se le pedirá el código de su teléfono (segundo factor), si lo tiene activo, y crear una contraseña que solo usted conozca. Si usted no pidió la recuperación, avise a la Unidad de Transparencia.";
        @functions
        fn since(when: &str) = format!("Activo desde el {when}.");
        fn left(n: u32) = match n {
            0 => "Ya no le quedan códigos de recuperación: renueve su segundo factor.".to_owned(),
            1 => "Le queda 1 código de recuperación: renueve su segundo factor.".to_owned(),
            n => format!("Le quedan {n} códigos de recuperación."),
        };
        fn expires(when: &str) = format!("La clave vence el {when} si no la confirma.");
        fn recover(login: &str) = format!("Recuperar el acceso de {login}");
    }
}
