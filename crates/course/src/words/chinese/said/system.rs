//! Errors of the operating system.

use std::io::ErrorKind;

/// What the common ones are called.
pub fn error(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::NotFound => "没有这个文件或目录",
        ErrorKind::PermissionDenied => "没有权限",
        ErrorKind::AlreadyExists => "已经存在",
        ErrorKind::IsADirectory => "这是一个目录",
        ErrorKind::NotADirectory => "路径中有一段不是目录",
        ErrorKind::StorageFull => "磁盘空间不足",
        ErrorKind::ReadOnlyFilesystem => "文件系统是只读的",
        ErrorKind::BrokenPipe => "管道的另一端已经关闭",
        ErrorKind::AddrInUse => "地址已被占用",
        ErrorKind::TimedOut => "超时",
        _ => return None,
    })
}
